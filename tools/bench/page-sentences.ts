// Which sentence of a page a note is to be written on: one at random of those that the page shows. Knows nothing of
// what the extension takes for the article.
import type { Page } from 'puppeteer-core';

export interface Sentences {
  /** Undefined where the page shows none that the mouse can select. */
  free: string | undefined;
  /** Sentences that came first and cannot be selected, each with the reason. */
  passedOver: string[];
}

export function sentencesIn(page: Page, dice: number): Promise<Sentences> {
  return page.evaluate((start) => {
    const places = (paragraph: Element): { node: Text; offset: number; letter: string }[] => {
      const found: { node: Text; offset: number; letter: string }[] = [];
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text) || !node.parentElement?.checkVisibility()) continue;
        for (let offset = 0; offset < node.length; offset++) {
          const letter = (node.data[offset] ?? '').replace(/\s/, ' ');
          if (letter !== ' ' || found.at(-1)?.letter !== ' ') found.push({ node, offset, letter });
        }
      }
      return found;
    };
    const nameOf = (element: Element): string =>
      `${element.localName}.${element.getAttribute('class') ?? ''}`.slice(0, 60);
    /** Why the mouse cannot press on this letter and select; undefined when it can. */
    const hindrance = (place: { node: Text; offset: number } | undefined): string | undefined => {
      if (place === undefined) return 'has no letter';
      const holder = place.node.parentElement;
      const link = holder?.closest('a[href]');
      if (link != null) return `begins in a link (${nameOf(link)}): pressing drags the link`;
      const range = document.createRange();
      range.setStart(place.node, place.offset);
      range.setEnd(place.node, place.offset + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      if (right <= left || bottom <= top) return 'is not laid out';
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (hit === null) return `is out of reach at ${Math.round(left)},${Math.round(top)}`;
      return hit === holder || hit.contains(place.node) ? undefined : `is covered by ${nameOf(hit)}`;
    };
    const shown = [...document.querySelectorAll('p')].filter(
      (paragraph) => paragraph.checkVisibility() && paragraph.getBoundingClientRect().width > 150,
    );
    const sentences = shown.flatMap((paragraph) => {
      const letters = places(paragraph);
      const text = letters.map(({ letter }) => letter).join('');
      return [...new Intl.Segmenter(document.documentElement.lang || 'en', { granularity: 'sentence' }).segment(text)]
        .map(({ segment, index }) => ({
          words: segment.trim(),
          index: index + (segment.length - segment.trimStart().length),
        }))
        .filter(({ words }) => words.length >= 40 && words.length <= 300)
        .map(({ words, index }) => ({
          words,
          paragraph,
          first: letters[index],
          last: letters[index + words.length - 1],
        }));
    });
    const passedOver: string[] = [];
    for (let index = 0; index < sentences.length; index++) {
      const sentence = sentences[(start + index) % sentences.length];
      if (sentence === undefined) continue;
      const { words, first, last } = sentence;
      first?.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const why = hindrance(first) ?? (last?.node.parentElement?.closest('a[href]') ? undefined : hindrance(last));
      const twice = sentences.some((other) => other !== sentence && other.words === words);
      if (why === undefined && !twice) return { free: words, passedOver };
      passedOver.push(`"${words.slice(0, 40)}" ${why ?? 'is said twice'}`);
    }
    return { free: undefined, passedOver };
  }, dice);
}
