// A second look: words that are surely a name in one sentence are one in the others, where the tagger missed them or
// saw only a part.
import type { PreparedText } from './prepared-text.ts';
import type { TaggedName } from './tagger.ts';

/** How sure the tagger must be of one mention of a name to look for it elsewhere. */
const sureOnce = 0.85;
/** The same of several mentions, on the mean, or of one whose words are a known name. */
const sureOften = 0.6;
/** How much of that is left for a mention that it missed. */
const discount = 0.85;
/** Longer names, in tokens, are not looked for. */
const longest = 8;

interface KnownWords {
  model: TaggedName;
  /** Means over the mentions. */
  likelihoods: number[];
  length: number;
}

/** The names and those found by their words elsewhere, in the order of the text, never overlapping. */
export function nameElsewhere(text: PreparedText, names: readonly TaggedName[]): TaggedName[] {
  const known = learnWords(text, names);
  const longestFrom = new Map<string, number>();
  for (const { model, length } of known.values()) {
    const start = text.views[model.first]?.text ?? '';
    longestFrom.set(start, Math.max(longestFrom.get(start) ?? 0, length));
  }
  const owner = new Map<number, TaggedName>();
  for (const name of names) for (let at = name.first; at < name.end; at++) owner.set(at, name);
  const kept = new Set(names);
  for (const sentence of text.sentences) {
    for (let first = sentence.first; first < sentence.end; first++) {
      const most = longestFrom.get(text.views[first]?.text ?? '') ?? 0;
      for (let end = Math.min(sentence.end, first + most); end > first; end--) {
        const words = known.get(keyOf(text, first, end));
        if (words === undefined || !isFree(text, owner, first, end, sentence)) continue;
        for (let at = first; at < end; at++) {
          const part = owner.get(at);
          if (part !== undefined) kept.delete(part);
        }
        const likelihoods = words.likelihoods.map((likelihood) => likelihood * discount);
        const name = { ...words.model, first, end, likelihoods, reason: 'named elsewhere in the text' };
        for (let at = first; at < end; at++) owner.set(at, name);
        kept.add(name);
        break;
      }
    }
  }
  return [...kept].sort((one, other) => one.first - other.first);
}

function keyOf({ views }: PreparedText, first: number, end: number): string {
  let key = '';
  for (let at = first; at < end; at++) key += ` ${views[at]?.text ?? ''}`;
  return key;
}

/** The words of the names that the tagger is sure of. */
function learnWords(text: PreparedText, names: readonly TaggedName[]): Map<string, KnownWords> {
  const groups = new Map<string, TaggedName[]>();
  for (const name of names) {
    if (name.end - name.first > longest || text.views[name.first]?.capital !== true) continue;
    const key = keyOf(text, name.first, name.end);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else group.push(name);
  }
  const known = new Map<string, KnownWords>();
  for (const [key, group] of groups) {
    const [model] = group;
    if (model === undefined) continue;
    const likelihoods = model.likelihoods.map(
      (_, type) => group.reduce((sum, name) => sum + (name.likelihoods[type] ?? 0), 0) / group.length,
    );
    const top = Math.max(...group.map((name) => name.likelihoods[name.type] ?? 0));
    const twice = group.length > 1 || isKnown(text, model);
    if (top < sureOnce && !(twice && Math.max(...likelihoods) >= sureOften)) continue;
    known.set(key, { model, likelihoods, length: model.end - model.first });
  }
  return known;
}

function isKnown({ known }: PreparedText, { first, end }: TaggedName): boolean {
  return known[first]?.some((name) => name.first === first && name.end === end) === true;
}

/**
 * Whether a name may be put on the tokens: none is there, or only parts of this one; and no other capitalised word
 * stands beside it, with which it may be another name.
 */
function isFree(
  { views, seenLower }: PreparedText,
  owner: ReadonlyMap<number, TaggedName>,
  first: number,
  end: number,
  sentence: { first: number; end: number },
): boolean {
  for (let at = first; at < end; at++) {
    const name = owner.get(at);
    if (name !== undefined && (name.first < first || name.end > end || name.end - name.first === end - first))
      return false;
  }
  const self = views[first];
  if (end === first + 1 && first === sentence.first && seenLower.has(self?.lower ?? '')) return false;
  const standsAlone = (at: number): boolean =>
    at < sentence.first || at >= sentence.end || views[at]?.capital !== true || owner.has(at);
  return standsAlone(first - 1) && standsAlone(end);
}
