// Keeps the row of the passage that is read in view.

/** Leaves the list alone while a hand or the focus is in it: whoever reads there must not lose the place. */
export function scrollRowIntoView(list: HTMLElement, id: string): void {
  if (list.matches(':hover') || list.contains(document.activeElement)) return;
  const row = list.querySelector(`[data-row="${CSS.escape(id)}"]`);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  row?.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
}
