// Ctrl+B, Ctrl+I and Ctrl+K in a note: what each makes of the words and the selection. Pressed again, it is taken back.

/** Words with the selected part of them; UTF-16 offsets, end exclusive. */
export interface Selected {
  value: string;
  start: number;
  end: number;
}

/** What a key puts in place of a part of the words, and what is selected then. */
export interface Edit extends Selected {
  /** The part that is replaced, and its new words. */
  from: number;
  to: number;
  text: string;
}

const marks = { b: '**', i: '*' } as const;

/** @param key lower case, held with Ctrl or ⌘. Undefined for a key that means nothing here. */
export function markdownKey(key: string, selected: Selected): Edit | undefined {
  if (key === 'b' || key === 'i') return toggleMark(marks[key], selected);
  return key === 'k' ? makeLink(selected) : undefined;
}

function toggleMark(mark: string, { value, start, end }: Selected): Edit {
  const [from, to] = withoutSpaces(value, start, end);
  const inside = value.slice(from, to);
  const size = mark.length;
  if (isMarked(value, from, to, mark)) return edit(value, from - size, to + size, inside, 0, inside.length);
  return edit(value, from, to, `${mark}${inside}${mark}`, size, size + inside.length);
}

/** "*" around "**" belongs to the bold: of three signs one is for italics. */
function isMarked(value: string, from: number, to: number, mark: string): boolean {
  const before = /\**$/.exec(value.slice(0, from))?.[0].length ?? 0;
  const after = /^\**/.exec(value.slice(to))?.[0].length ?? 0;
  const signs = Math.min(before, after);
  return mark === '**' ? signs >= 2 : signs === 1 || signs >= 3;
}

/** A selected address becomes the link's target, other words its text; what is missing is selected to be written. */
function makeLink({ value, start, end }: Selected): Edit {
  const [from, to] = withoutSpaces(value, start, end);
  const inside = value.slice(from, to);
  if (/^https?:\/\/\S+$/i.test(inside)) return edit(value, from, to, `[](${inside})`, 1, 1);
  const text = `[${inside}](https://)`;
  return edit(value, from, to, text, inside.length + 3, text.length - 1);
}

/** Markdown knows no mark with a space inside its border: a word that was selected with a double click has one. */
function withoutSpaces(value: string, start: number, end: number): [number, number] {
  const words = value.slice(start, end);
  if (words.trim() === '') return [start, end];
  return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

function edit(value: string, from: number, to: number, text: string, first: number, last: number): Edit {
  return {
    value: value.slice(0, from) + text + value.slice(to),
    from,
    to,
    text,
    start: from + first,
    end: from + last,
  };
}
