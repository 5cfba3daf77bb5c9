// A list of any length of which only what is in view exists. For assistive technology it is a listbox: one stop for the
// Tab key, arrows lead from row to row, each row says which of how many it is.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { trusted } from './trusted.ts';
import { type Heights, layoutOf } from './virtual-layout.ts';
import './VirtualList.css';

interface VirtualListProps {
  label: string;
  total: number;
  /** How many rows each group has; without it there are no heads. */
  runs: readonly number[] | undefined;
  heights: Heights;
  /** The row that the keys act on. */
  current: number;
  onCurrent: (index: number, extending: boolean) => void;
  isSelected: (index: number) => boolean;
  /** Any other key, on the current row. Answers whether it was taken. */
  onKey: (event: KeyboardEvent) => boolean;
  /** A row was clicked, somewhere in it. */
  onRow: (index: number, event: MouseEvent) => void;
  /** The head above a row was clicked. */
  onHead: (index: number) => void;
  /** Which rows are about to be seen: `to` is exclusive. */
  onRange: (from: number, to: number) => void;
  row: (index: number) => ComponentChildren;
  head: (index: number, count: number) => ComponentChildren;
}

/** So many px beyond the view are drawn. */
const overscan = 400;
/** A browser lays nothing out that is higher (Firefox: 17.9 million px); beyond it the scroll bar moves in larger steps. */
const highest = 12_000_000;

export function VirtualList(props: VirtualListProps) {
  const { label, total, runs, heights, current, onCurrent, isSelected, onKey, onRow, onHead, onRange, row, head } =
    props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, size: 0 });
  const layout = useMemo(() => layoutOf(total, runs, heights), [total, runs]);
  const shown = Math.min(layout.height, highest);
  // What is higher than can be laid out slides by faster than the scroll bar.
  const factor = shown > view.size ? (layout.height - view.size) / (shown - view.size) : 1;
  const top = Math.max(0, Math.min(view.top * factor, layout.height - view.size));
  const placed = layout.between(Math.max(0, top - overscan), top + view.size + overscan);
  const rows = placed.filter(({ kind }) => kind === 'row');
  const from = rows[0]?.index ?? 0;
  const to = (rows.at(-1)?.index ?? -1) + 1;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => setView({ top: element.scrollTop, size: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => onRange(from, to), [from, to, total, runs]);

  function show(index: number): void {
    const element = box.current;
    if (element === null) return;
    const rowTop = layout.topOf(index);
    const above = rowTop < top + (runs === undefined ? 0 : heights.head);
    const wanted = above ? rowTop - heights.head : rowTop + heights.row - view.size;
    if (above || rowTop + heights.row > top + view.size) element.scrollTop = Math.max(0, wanted) / factor;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(view.size / heights.row) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -total,
      End: total,
    };
    const step = event.ctrlKey || event.altKey || event.metaKey ? undefined : steps[event.key];
    if (step === undefined) {
      if (onKey(event)) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (total === 0) return;
    const next = Math.max(0, Math.min(total - 1, current + step));
    onCurrent(next, event.shiftKey);
    show(next);
  }

  // The list takes the clicks as it takes the keys: nothing in it has the focus.
  function onClick(event: MouseEvent): void {
    const place =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index], [data-head]') : null;
    const { index, head: headed } = place?.dataset ?? {};
    if (index !== undefined) onRow(Number(index), event);
    else if (headed !== undefined) onHead(Number(headed));
  }

  return (
    <div
      ref={box}
      class="virtual-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      tabIndex={0}
      {...(total > 0 && current >= from && current < to ? { 'aria-activedescendant': `${id}-${current}` } : {})}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, size: event.currentTarget.clientHeight })}
      onKeyDown={trusted(onKeyDown)}
      onClick={trusted(onClick)}
    >
      <div class="virtual-height" role="presentation" style={{ height: `${shown}px` }}>
        {placed.map((each) => {
          const style = { transform: `translateY(${each.top - top + view.top}px)` };
          if (each.kind === 'head') {
            return (
              <div key={`h${each.index}`} class="virtual-head" role="presentation" data-head={each.index} style={style}>
                {head(each.index, each.count)}
              </div>
            );
          }
          return (
            <div
              key={each.index}
              id={`${id}-${each.index}`}
              class={`virtual-row${each.index === current ? ' current' : ''}`}
              role="option"
              tabIndex={-1}
              aria-selected={isSelected(each.index)}
              aria-setsize={total}
              aria-posinset={each.index + 1}
              data-index={each.index}
              style={{ ...style, height: `${heights.row}px` }}
            >
              {row(each.index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
