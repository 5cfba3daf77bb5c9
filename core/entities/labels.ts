// The labels of the tagger: BILOU borders times the types of names, and O for no name.

/** MISC: products, works, events. They are learned, so that they are not taken for something else, and not shown. */
export const tagTypes = ['PER', 'ORG', 'LOC', 'MISC'] as const;
export type TagType = (typeof tagTypes)[number];

/** O, then B I L U of each type. */
export const labelCount = 1 + 4 * tagTypes.length;

const begin = 0;
const inside = 1;
const last = 2;
const unit = 3;

/** A name found among tokens: indexes of tokens, end exclusive; `type` is an index into `tagTypes`. */
export interface Span {
  first: number;
  end: number;
  type: number;
}

/** The type of a label, as an index into `tagTypes`; -1 for O. */
export function typeOfLabel(label: number): number {
  return label === 0 ? -1 : (label - 1) >> 2;
}

function borderOf(label: number): number {
  return (label - 1) & 3;
}

/** Whether a label may stand before another. */
export function mayFollow(label: number, next: number): boolean {
  const open = label !== 0 && (borderOf(label) === begin || borderOf(label) === inside);
  const starts = next === 0 || borderOf(next) === begin || borderOf(next) === unit;
  return open ? !starts && typeOfLabel(label) === typeOfLabel(next) : starts;
}

/** Whether a label may end a sentence. */
export function mayEnd(label: number): boolean {
  return label === 0 || borderOf(label) === last || borderOf(label) === unit;
}

export function labelsOfSpans(spans: readonly Span[], length: number): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { first, end, type } of spans) {
    const base = 1 + 4 * type;
    if (end === first + 1) labels[first] = base + unit;
    else
      for (let at = first; at < end; at++) labels[at] = base + (at === first ? begin : at === end - 1 ? last : inside);
  }
  return labels;
}

export function spansOfLabels(labels: Uint8Array): Span[] {
  const spans: Span[] = [];
  let first = 0;
  labels.forEach((label, at) => {
    if (label === 0) return;
    const border = borderOf(label);
    if (border === begin || border === unit) first = at;
    if (border === last || border === unit) spans.push({ first, end: at + 1, type: typeOfLabel(label) });
  });
  return spans;
}

/** The labels that may stand before each label, and after it. */
export const labelsBefore = listPairs((label, other) => mayFollow(other, label));
export const labelsAfter = listPairs((label, other) => mayFollow(label, other));

function listPairs(allowed: (label: number, other: number) => boolean): readonly Uint8Array[] {
  const labels = Array.from({ length: labelCount }, (_, label) => label);
  return labels.map((label) => Uint8Array.from(labels.filter((other) => allowed(label, other))));
}
