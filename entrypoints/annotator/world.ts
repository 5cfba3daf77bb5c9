// The one annotator of this page, kept in the world that the extension's scripts share and the page does not see.
// A symbol, because a page can put names of its own, by the ids of its elements, before those of a global.
import type { Annotator } from './annotator.ts';

const place = Symbol.for('pressmark.annotator');

export function runningAnnotator(): Annotator | undefined {
  const value: unknown = Reflect.get(globalThis, place);
  return isAnnotator(value) ? value : undefined;
}

export function setRunningAnnotator(annotator: Annotator | undefined): void {
  Reflect.set(globalThis, place, annotator);
}

function isAnnotator(value: unknown): value is Annotator {
  return typeof value === 'object' && value !== null && 'wake' in value;
}
