// Moves the focus among the rows of a list.

/** Focuses the row `step` rows from the one that holds `from`, or the first; false when there is none further. */
export function stepRow(list: ParentNode, from: Element | undefined, step: -1 | 1): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const index = rows.findIndex((row) => from !== undefined && row.contains(from));
  const next = rows[index === -1 ? 0 : index + step];
  next?.querySelector<HTMLElement>('.row-open')?.focus();
  return next !== undefined;
}

/** Focuses the row of an annotation, if it is listed; answers whether it is. */
export function focusRow(list: ParentNode, id: string | undefined): boolean {
  const row = [...list.querySelectorAll<HTMLElement>('[data-row]')].find((each) => each.dataset.row === id);
  row?.querySelector<HTMLElement>('.row-open')?.focus();
  return row !== undefined;
}
