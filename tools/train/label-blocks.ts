// Which blocks of a page belong to its article, by the words of the true text.

export interface Truth {
  body: string;
  title?: string;
  blocks?: { type: string; text: string }[];
}

/** Tells of a block's text whether the truth has it: whole when it is short, most of it when it is long. */
export function createLabeller(truth: Truth): (text: string) => boolean {
  const lines = [...truth.body.split('\n'), ...(truth.blocks ?? []).map((block) => block.text)];
  const whole = new Set(lines.map(bare));
  const all = bare(truth.body);
  const known = new Set(shingles(truth.body));
  return function belongs(text) {
    const words = bare(text);
    if (whole.has(words)) return true;
    if (words.length < 20) return false;
    if (all.includes(words)) return true;
    const own = shingles(text);
    return own.length > 0 && own.filter((shingle) => known.has(shingle)).length / own.length > 0.5;
  };
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Runs of four words, as the measure of the data counts them. */
function shingles(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return Array.from({ length: Math.max(0, words.length - 3) }, (_, index) => words.slice(index, index + 4).join(' '));
}
