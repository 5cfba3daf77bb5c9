// A link that opens the page at the passage in any browser (https://wicg.github.io/scroll-to-text-fragment/).
import { type Annotation, quoteOf } from '../../core/annotation.ts';

/** Longer passages are named by their first and last words. */
const longestWhole = 120;
const wordsOfAnEnd = 6;

/** The page's address, with the passage if there is one. */
export function fragmentLink(annotation: Pick<Annotation, 'target'>): string {
  const words = quoteOf(annotation).trim().split(/\s+/);
  const address = annotation.target.source;
  if (words[0] === '' || words[0] === undefined || !/^https?:/.test(address)) return address;
  const whole = words.join(' ');
  const isShort = whole.length <= longestWhole || words.length < 2 * wordsOfAnEnd;
  const ends = [words.slice(0, wordsOfAnEnd).join(' '), words.slice(-wordsOfAnEnd).join(' ')];
  const directive = isShort ? encoded(whole) : ends.map(encoded).join(',');
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** Dash, comma and ampersand have a meaning in the directive. Half a pair of surrogates cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
