// Other tools' colours as one of ours.
import type { Colour } from '../../core/annotation.ts';

/** Names that others have for their colours (Readwise, Kindle, Marks, Raindrop). */
const byName: ReadonlyMap<string, Colour> = new Map<string, Colour>([
  ['yellow', 'yellow'],
  ['orange', 'yellow'],
  ['gold', 'yellow'],
  ['green', 'green'],
  ['lime', 'green'],
  ['blue', 'blue'],
  ['cyan', 'blue'],
  ['teal', 'blue'],
  ['pink', 'pink'],
  ['red', 'pink'],
  ['magenta', 'pink'],
  ['purple', 'purple'],
  ['violet', 'purple'],
]);

/** Where on the colour circle each begins, in degrees. */
const byHue: readonly [from: number, colour: Colour][] = [
  [320, 'pink'],
  [250, 'purple'],
  [170, 'blue'],
  [75, 'green'],
  [20, 'yellow'],
  [0, 'pink'],
];

/** The nearest of our colours to a name or a `#rrggbb`; yellow for what is none. */
export function nearColour(value: unknown): Colour {
  if (typeof value !== 'string') return 'yellow';
  const text = value.trim().toLowerCase();
  const named = byName.get(text);
  if (named !== undefined) return named;
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(text)?.[1];
  if (digits === undefined) return 'yellow';
  const step = digits.length / 3;
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((at) =>
    Number.parseInt(digits.slice(at * step, (at + 1) * step).padEnd(2, digits[at * step]), 16),
  );
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range === 0) return 'yellow';
  const sixth =
    most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  const hue = (sixth * 60 + 360) % 360;
  return byHue.find(([from]) => hue >= from)?.[1] ?? 'yellow';
}
