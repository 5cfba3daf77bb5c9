// What we know besides of where a passage stood, out of a file that may hold anything.
import type { EvidenceSelector } from '../../core/annotation.ts';
import { fieldOf, isObject } from './json-values.ts';

/** Longest text that tells two places apart; what is written is far shorter. */
const longestTell = 1000;

/** A copy with the known fields alone; undefined when one is not as it must be. */
export function evidenceIn(given: unknown): EvidenceSelector | undefined {
  const block = fieldOf(given, 'block');
  const doubles = fieldOf(given, 'doubles');
  const alike = fieldOf(doubles, 'alike');
  const place = fieldOf(given, 'place');
  const numbers = [
    fieldOf(block, 'before'),
    fieldOf(block, 'after'),
    fieldOf(doubles, 'count'),
    fieldOf(doubles, 'earlier'),
  ];
  const [before, after, count, earlier] = numbers;
  if (!isCount(before) || !isCount(after) || !isCount(count) || !isCount(earlier)) return undefined;
  if (fieldOf(given, 'version') !== 1 || !Array.isArray(alike) || alike.length > 10) return undefined;
  if (typeof place !== 'number' || !(place >= 0 && place <= 1)) return undefined;
  const places = alike.flatMap((each) => doubleIn(each) ?? []);
  if (places.length < alike.length) return undefined;
  return {
    type: 'PressmarkEvidence',
    version: 1,
    block: { before, after },
    doubles: { count, earlier, alike: places },
    place,
  };
}

function doubleIn(given: unknown) {
  const { before, after, left, right } = isObject(given) ? given : {};
  if (!isCount(before) || !isCount(after) || !isTell(left) || !isTell(right)) return undefined;
  return { before, after, left, right };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isTell(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestTell;
}
