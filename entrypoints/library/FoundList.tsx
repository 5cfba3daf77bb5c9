// The list of what was found, and what keys and the mouse do in it: open, select, delete.
import { useRef, useState } from 'preact/hooks';
import { VirtualList } from '../../components/VirtualList.tsx';
import { countWords, useWords } from '../../components/words.ts';
import { LibraryRow, siteOf } from './LibraryRow.tsx';
import type { Found } from './use-found.ts';

interface FoundListProps {
  found: Found;
  /** By article, each with a head. */
  grouped: boolean;
  current: number;
  selected: ReadonlySet<string>;
  onSelected: (selected: ReadonlySet<string>) => void;
  onCurrent: (index: number) => void;
  onOpen: (index: number, write?: boolean) => void;
  onDelete: (ids: readonly string[]) => void;
  /** An article's notes, to read or print. */
  onArticle: (id: string) => void;
}

/** px; the least that a line of each part needs, so that no row is drawn to be measured. */
const heights = { row: 88, head: 40 };

export function FoundList(props: FoundListProps) {
  const { found, grouped, current, selected, onSelected, onCurrent, onOpen, onDelete, onArticle } = props;
  const words = useWords();
  const [now] = useState(() => new Date());
  /** Where a range of selected rows begins. */
  const anchor = useRef(0);

  function select(index: number): void {
    const id = found.idAt(index);
    if (id === undefined) return;
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    anchor.current = index;
    onSelected(next);
  }

  /** All from the row selected last to this one. */
  function extend(index: number): void {
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
    found.idsBetween(from, to + 1).then(
      (ids) => onSelected(new Set([...selected, ...ids])),
      // The list itself tells when it cannot be searched.
      () => {},
    );
  }

  function onKey(event: KeyboardEvent): boolean {
    const id = found.idAt(current);
    if (event.ctrlKey || event.metaKey || event.altKey || id === undefined) return false;
    switch (event.key) {
      case 'Enter':
        onOpen(current);
        return true;
      case 'e':
        onOpen(current, true);
        return true;
      case ' ':
        if (event.shiftKey) extend(current);
        else select(current);
        return true;
      case 'Delete':
        onDelete(selected.size > 0 ? [...selected] : [id]);
        return true;
      case 'Escape':
        if (selected.size === 0) return false;
        onSelected(new Set());
        return true;
      default:
        return false;
    }
  }

  return (
    <VirtualList
      label={words('libraryNotes')}
      total={found.answer?.total ?? 0}
      runs={grouped ? found.answer?.runs : undefined}
      heights={heights}
      current={current}
      onCurrent={(index, extending) => {
        onCurrent(index);
        if (extending) extend(index);
        else anchor.current = index;
      }}
      isSelected={(index) => selected.has(found.idAt(index) ?? '')}
      onKey={onKey}
      onRow={(index, event) => {
        const onBox = event.target instanceof Element && event.target.closest('.row-box') !== null;
        if (event.shiftKey) extend(index);
        else if (onBox || event.ctrlKey || event.metaKey) select(index);
        else {
          anchor.current = index;
          onOpen(index);
        }
      }}
      onHead={(index) => {
        const article = found.rowAt(index)?.article;
        if (article !== undefined) onArticle(article.id);
      }}
      onRange={found.look}
      row={(index) => (
        <LibraryRow
          row={found.rowAt(index)}
          now={now}
          grouped={grouped}
          selected={selected.has(found.idAt(index) ?? '')}
        />
      )}
      head={(index, count) => {
        const article = found.rowAt(index)?.article;
        return (
          article && (
            <div class="group-head">
              <bdi class="group-title">{article.title || article.url}</bdi>
              <span class="quiet">
                <bdi>{siteOf(article)}</bdi> · {countWords(words, 'popupNotes', count)}
              </span>
            </div>
          )
        );
      }}
    />
  );
}
