// The rows of all sections as one list for the keyboard: arrows go through them, Tab reaches one.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { AnnotationRow } from '../components/AnnotationRow.tsx';
import type { Drafts } from '../components/drafts.ts';
import type { RowActions } from '../components/row-actions.ts';
import { useWords } from '../components/words.ts';
import './NoteList.css';
import { focusRow, stepRow } from './row-focus.ts';
import type { Row } from './rows.ts';

export interface Section {
  title: string;
  rows: readonly Row[];
  /** What can be done here, beside the title. */
  action?: ComponentChildren;
  /** Stands before the rows: a new note, what to do when there are none. */
  opening?: ComponentChildren;
}

interface NoteListProps {
  sections: readonly Section[];
  /** What is to be said of a passage, by the id of its annotation. */
  remarks: ReadonlyMap<string, string>;
  /** Whose passages are nowhere in the article. */
  lost?: ReadonlySet<string> | undefined;
  editing: string | undefined;
  /** The annotation whose passage is read just now. */
  followed?: string | undefined;
  knownTags: readonly string[];
  actions: RowActions;
  drafts: Drafts;
  now: Date;
  /** Arrow up leads from the first row to the search field. */
  onAbove: () => void;
}

export function NoteList(props: NoteListProps) {
  const { sections, remarks, lost, editing, followed, knownTags, actions, drafts, now, onAbove } = props;
  const words = useWords();
  const [focused, setFocused] = useState<string>();
  const ids = sections.flatMap((section) => section.rows.map((row) => row.annotation.id));
  const current = focused !== undefined && ids.includes(focused) ? focused : ids[0];

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    const { target, currentTarget } = event;
    if (!(target instanceof HTMLElement) || target.closest('textarea, input') !== null) return;
    if (event.key === 'ArrowDown') stepRow(currentTarget, target, 1);
    else if (event.key === 'ArrowUp') {
      if (!stepRow(currentTarget, target, -1)) onAbove();
    } else if (event.key === 'Home') focusRow(currentTarget, ids[0]);
    else if (event.key === 'End') focusRow(currentTarget, ids.at(-1));
    else return;
    event.preventDefault();
  }

  return (
    <section
      class="note-list"
      aria-label={words('popupNotesLabel')}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
        if (row !== null) setFocused(row.dataset.row);
      }}
    >
      {sections.map((section) => (
        <section key={section.title}>
          <div class="section-head">
            {section.title !== '' && <h2>{section.title}</h2>}
            {section.action}
          </div>
          {section.opening}
          <ul>
            {section.rows.map(({ annotation, from }) => (
              <AnnotationRow
                key={annotation.id}
                annotation={annotation}
                actions={actions}
                drafts={drafts}
                now={now}
                from={from}
                knownTags={knownTags}
                remark={remarks.get(annotation.id)}
                lost={lost?.has(annotation.id) ?? false}
                followed={followed === annotation.id}
                editing={editing === annotation.id}
                current={current === annotation.id}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
