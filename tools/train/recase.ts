// Headlines and credits are set in capitals or with a capital on every word: a few lines are written so for training.
import type { LabelledText } from './corpora.ts';

const inCapitals = 0.04;
const inTitleCase = 0.04;

/** Writes some lines of a text in capitals or title case; offsets stay, as lines that would change length are left. */
export function recaseSomeLines(labelled: LabelledText, random: () => number): LabelledText {
  const lines = labelled.text.split('\n').map((line) => {
    const draw = random();
    const changed = draw < inCapitals ? line.toUpperCase() : draw < inCapitals + inTitleCase ? titleCase(line) : line;
    return changed.length === line.length && line.length < 200 ? changed : line;
  });
  return { ...labelled, text: lines.join('\n') };
}

function titleCase(line: string): string {
  return line.replace(/(?<![\p{L}'’])\p{Ll}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase());
}
