// What can be done with a row: open, edit, recolour, delete with undo. What fails is told and can be tried again.
import { useLayoutEffect, useState } from 'preact/hooks';
import type { RowActions } from '../components/row-actions.ts';
import { type Failure, useAttempt } from '../components/use-attempt.ts';
import type { Notebook } from './notebook.ts';
import { focusRow, stepRow } from './row-focus.ts';

interface RowState {
  actions: RowActions;
  /** The annotation that is edited in place. */
  editing: string | undefined;
  failure: Failure | undefined;
  /** Names the last deletion while it can be undone. */
  deleted: string | undefined;
  undo: () => void;
  forget: () => void;
  /** Does a piece of work and tells when it fails. */
  attempt: (work: () => Promise<unknown>) => void;
}

/**
 * @param list where the rows are, to move the focus
 * @param onOpen takes the reader to the passage
 */
export function useRowActions(
  notebook: Notebook,
  list: () => HTMLElement | null,
  onOpen: (id: string) => Promise<unknown>,
): RowState {
  const [editing, setEditing] = useState<string>();
  const [left, setLeft] = useState<string>();
  const { failure, attempt } = useAttempt();
  const [deleted, setDeleted] = useState<string>();

  // The row takes the focus back from its editor.
  useLayoutEffect(() => {
    const element = list();
    if (left === undefined || element === null) return;
    focusRow(element, left);
    setLeft(undefined);
  }, [left]);

  function onDelete(id: string): void {
    const element = list();
    const row = element?.querySelector(`[data-row="${CSS.escape(id)}"]`) ?? undefined;
    if (element !== null && row !== undefined) stepRow(element, row, 1) || stepRow(element, row, -1);
    if (editing === id) setEditing(undefined);
    attempt(async () => {
      const { changeId } = await notebook.remove(id);
      setDeleted(changeId);
    });
  }

  const actions: RowActions = {
    onOpen: (id) => attempt(() => onOpen(id)),
    onEdit: setEditing,
    onLeaveEdit(id) {
      setEditing(undefined);
      setLeft(id);
    },
    onDelete,
    onColour: (id, colour) => attempt(() => notebook.setColour(id, colour)),
    onTags: (id, tags) => attempt(() => notebook.setTags(id, tags)),
    save: (id, value, base) => notebook.saveNote({ id, value, base }),
  };

  return {
    actions,
    editing,
    failure,
    deleted,
    undo() {
      const changeId = deleted;
      setDeleted(undefined);
      if (changeId !== undefined) attempt(() => notebook.undo(changeId));
    },
    forget: () => setDeleted(undefined),
    attempt,
  };
}
