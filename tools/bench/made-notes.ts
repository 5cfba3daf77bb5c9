// Notes as a busy reader of news would have after some years, made by a fixed rule: the same ones at every run. Words
// are used as often as in a language: the word of rank r with a share of 1/r, beyond the 5,000 best known of 1/r²
// (Ferrer i Cancho and Solé, Two regimes in the frequency of words, 2001).
import { type Annotation, type Body, colours } from '../../core/annotation.ts';
import type { ArticleMetadata } from '../../core/article/article.ts';

export interface MadeNote {
  annotation: Annotation;
  article: ArticleMetadata;
}

const firstTime = Date.UTC(2021, 0, 4);
const lastTime = Date.UTC(2026, 10, 20);
const common =
  'the of to and a in that is for on was with as at by from it said be has an are he his have not but were they who its will which had their been or more one she about after when than would this also her two over first new last year people could out into up other years some all time there just so before three what if against since government can while percent company police no most where during many because state million only under world president made between city country'.split(
    ' ',
  );
const syllables =
  'ba be bi bo bra bre can cor da den der di dor e el en er fa fe fin ga gen gra ha hel i in ka ker la le lin lo ma mar men mi mo na ne no o on or pa per pi por ra re ri ro sa sen si sol sta ta te ter ti to tra u un va ver vi vo wa wen wi'.split(
    ' ',
  );
const wordCount = 60_000;

/** A number from 0 to 1, the next one of a fixed row (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes notes one after the other, in the order of their time; eight on an article at a mean. */
export function* madeNotes(count: number): Generator<MadeNote> {
  const random = chance(1);
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)] as Thing;
  const vocabulary = madeWords(random);
  const word = (): string => vocabulary[rankAt(random()) - 1] ?? 'the';
  const words = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, word).join(' ');
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const sites = Array.from({ length: 200 }, (_, index) => ({
    host: `www.${vocabulary[300 + index]}.example`,
    name: capital(`${vocabulary[300 + index]} ${vocabulary[700 + index]}`),
  }));
  const tags = Array.from({ length: 300 }, (_, index) => vocabulary[1000 + index * 7] ?? '');
  const people = Array.from(
    { length: 5000 },
    (_, index) => `${capital(vocabulary[2000 + index] ?? '')} ${capital(vocabulary[9000 + index * 3] ?? '')}`,
  );
  let article: ArticleMetadata | undefined;
  for (let index = 0; index < count; index++) {
    const time = Math.floor(firstTime + ((lastTime - firstTime) * index) / count);
    if (article === undefined || random() < 1 / 8) {
      const site = sites[Math.floor(sites.length ** random()) - 1] ?? pick(sites);
      const title = capital(words(6, 12));
      const day = new Date(time).toISOString().slice(0, 10);
      const url = `https://${site.host}/${day.replaceAll('-', '/')}/${title.toLowerCase().replaceAll(' ', '-')}-${index + 100_000}`;
      article = { url, canonicalUrl: url, title, siteName: site.name, publishedTime: `${day}T06:00:00Z`, lang: 'en' };
    }
    yield { annotation: madeAnnotation(index, time, article), article };
  }

  function madeAnnotation(index: number, time: number, { url }: ArticleMetadata): Annotation {
    const kind = random();
    const exact = kind < 0.03 ? '' : capital(words(5, 35));
    const note = kind < 0.03 || random() < 0.4 ? capital(words(2, 24)) : '';
    const start = Math.floor(random() * 20_000);
    const body: Body[] = [];
    if (kind > 0.9)
      body.push({
        type: 'TextualBody',
        purpose: 'identifying',
        value: people[Math.floor(5000 ** random()) - 1] ?? '',
        entityType: 'Person',
      });
    if (note !== '') body.push({ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note });
    for (let more = random(); more < 0.35; more = random()) {
      const value = tags[Math.floor(300 ** random()) - 1] ?? '';
      if (!body.some((each) => each.value === value)) body.push({ type: 'TextualBody', purpose: 'tagging', value });
    }
    return {
      id: idOf(time, index, random),
      type: 'Annotation',
      motivation: note === '' ? 'highlighting' : 'commenting',
      created: new Date(time).toISOString(),
      modified: new Date(time).toISOString(),
      ...(exact === '' ? {} : { colour: pick(colours) }),
      body,
      target: {
        source: url,
        selector:
          exact === ''
            ? []
            : [
                { type: 'TextQuoteSelector', exact, prefix: words(4, 6), suffix: words(4, 6) },
                { type: 'TextPositionSelector', start, end: start + exact.length },
              ],
      },
    };
  }
}

/** The inverse of the two regimes' distribution. */
function rankAt(share: number): number {
  const known = 5000;
  const first = Math.log(known);
  const rest = 1 - known / wordCount;
  const at = share * (first + rest);
  return Math.floor(at < first ? Math.exp(at) : known / (1 - (at - first)));
}

function madeWords(random: () => number): string[] {
  const made = new Set(common);
  while (made.size < wordCount) {
    const length = 2 + Math.floor(random() * 2 + (made.size / wordCount) * 1.5);
    made.add(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join(''));
  }
  return [...made];
}

function idOf(time: number, index: number, random: () => number): string {
  const stamp = time.toString(16).padStart(12, '0');
  const part = (length: number): string =>
    Math.floor(random() * 16 ** length)
      .toString(16)
      .padStart(length, '0');
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${part(3)}-8${part(3)}-${part(6)}${(index & 0xffffff).toString(16).padStart(6, '0')}`;
}
