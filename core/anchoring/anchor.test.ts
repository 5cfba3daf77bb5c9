// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, expect, describe as group, it } from 'vitest';
import type { Selector } from '../annotation.ts';
import { readPageText } from '../text/page-text.ts';
import { anchor } from './anchor.ts';
import { describe } from './describe.ts';

const before = 'The harbour was quiet that morning, as it had been for most of the winter. ';
const after = ' Nobody on the quay could say when the ferry would sail again, or who would pay for it.';
const quote = 'Mayor Ilse Brandt said the bridge will open in May.';

function describeText(text: string, html: string): Selector[] {
  document.body.innerHTML = html;
  const page = readPageText(document);
  const start = page.text.indexOf(text);
  const range = page.rangeAt(start, start + text.length);
  const selectors = range && describe(range, page);
  if (selectors === undefined) throw new Error('the text is not on the page');
  return selectors;
}

function anchorIn(html: string, selectors: readonly Selector[]) {
  document.body.innerHTML = html;
  const { range, ...rest } = anchor(readPageText(document), selectors);
  return { ...rest, text: range?.toString() };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

group('anchor', () => {
  it('finds a passage again on the unchanged page', () => {
    const html = `<p>${before}${quote}${after}</p>`;
    expect(anchorIn(html, describeText(quote, html))).toEqual({ state: 'exact', confidence: 1, text: quote });
  });

  it('finds a passage in another template, with other quotes and spaces', () => {
    const selectors = describeText(quote, `<p>${before}${quote}${after}</p>`);
    const html = `<main><h1>News</h1><div>${before}<b>Mayor&nbsp;Ilse</b> Brandt said the bri&shy;dge will open in May.${after}</div></main>`;
    expect(anchorIn(html, selectors).state).toBe('exact');
  });

  it('finds what remains of an edited passage', () => {
    const selectors = describeText(quote, `<p>${before}${quote}${after}</p>`);
    const found = anchorIn(
      `<p>${before}Mayor Ilse Brandt said the new bridge will open in June.${after}</p>`,
      selectors,
    );
    expect(found.state).toBe('edited');
    expect(found.text).toMatch(/^Mayor Ilse Brandt said the new bridge will open in/);
  });

  it('tells a passage that was taken out as gone', () => {
    const selectors = describeText(quote, `<p>${before}${quote}${after}</p>`);
    expect(anchorIn(`<p>${before}${after}</p>`, selectors)).toEqual({ state: 'gone', confidence: 0 });
  });

  it('does not put a lone word on its double elsewhere', () => {
    const selectors = describeText('Brandt', `<p>${before}${quote}${after}</p>`);
    expect(anchorIn('<p>Willy Brandt was chancellor of another country long ago.</p>', selectors).state).toBe('gone');
  });

  it('takes the edited passage between its neighbours, not its double elsewhere', () => {
    const selectors = describeText(quote, `<p>${before}${quote}${after}</p>`);
    const edited = quote.replace('will open', 'may open');
    const found = anchorIn(`<p>${before}${edited}${after}</p><aside>Read more: ${quote}</aside>`, selectors);
    expect(found).toMatchObject({ state: 'edited', text: edited });
  });

  it('does not take another like word for one that was taken out', () => {
    const text = `${before}The ferry and the bridge and the quay.${after}`;
    const selectors = describeText('bridge and', `<p>${text}</p>`);
    const changed = text.replace('the bridge and', 'the');
    expect(anchorIn(`<p>${changed} So say the bridge and harbour board.</p>`, selectors).state).toBe('gone');
  });

  it('takes words that were exchanged at the edges of a passage for a part of it', () => {
    const selectors = describeText(quote, `<p>${before}${quote}${after}</p>`);
    const edited = 'President Ilse Brandt said the bridge will open in June.';
    expect(anchorIn(`<p>${before}${edited}${after}</p>`, selectors)).toMatchObject({ state: 'edited', text: edited });
  });

  it('keeps to what remains when the beginning of a passage was taken out', () => {
    const selectors = describeText(quote, `<p>${before}${quote}${after}</p>`);
    const rest = 'said the bridge will open in May.';
    expect(anchorIn(`<p>${before}${rest}${after}</p>`, selectors)).toMatchObject({ state: 'edited', text: rest });
  });

  it('follows a sentence into another paragraph', () => {
    const filler = 'The council met for nine hours and then adjourned without a vote on the matter.';
    const selectors = describeText(quote, `<p>${before}${quote}${after}</p><p>${filler}</p>`);
    expect(anchorIn(`<p>${before}${after}</p><p>${filler} ${quote}</p>`, selectors)).toMatchObject({
      state: 'moved',
      text: quote,
    });
  });

  it('holds all paragraphs of a passage when they have changed places', () => {
    const second = 'A spokeswoman for the port declined to say what the work has cost so far.';
    const html = (paragraphs: string[]) => paragraphs.map((text) => `<p>${text}</p>`).join('');
    document.body.innerHTML = html([before, quote, second, after]);
    const page = readPageText(document);
    const start = page.text.indexOf(quote);
    const range = page.rangeAt(start, page.text.indexOf(second) + second.length);
    const found = anchorIn(html([before, second, quote, after]), (range && describe(range, page)) ?? []);
    expect(found.text).toBe(second + quote);
  });

  it('tells a double by what stood around it, when the passage itself is gone', () => {
    const caption = 'Ilse Brandt opens the bridge';
    const two = `<p>Enlarge this image</p><p>${caption}</p><p>hide caption</p><p>${caption}</p><p>${before}${after}</p>`;
    const selectors = describeText(caption, two);
    const one = two.replace(`<p>${caption}</p>`, '');
    expect(anchorIn(one, selectors).text).toBeUndefined();
    expect(anchorIn(two, selectors).state).toBe('exact');
  });

  it('takes the article in sight and not a hidden copy before it', () => {
    const html = `<p>${before}${quote}${after}</p>`;
    const selectors = describeText(quote, html);
    document.body.innerHTML = `<div hidden style="display:none">${html}</div>${html}`;
    const { range } = anchor(readPageText(document), selectors);
    expect(range?.startContainer.parentElement?.closest('[hidden]')).toBeNull();
  });

  it('offers the places that it could be when nothing tells which', () => {
    const selectors: Selector[] = [{ type: 'TextQuoteSelector', exact: before.trim(), prefix: '', suffix: '' }];
    document.body.innerHTML = `<p>${before}</p><p>${before}</p>`;
    const { state, places } = anchor(readPageText(document), selectors);
    expect(state).toBe('ambiguous');
    expect(places?.map(String)).toEqual([before.trim(), before.trim()]);
  });

  it('anchors what was described before there was other evidence than the quote', () => {
    const [quoteSelector, position] = describeText(quote, `<p>${before}${quote}${after}</p>`);
    const selectors = [quoteSelector, position].filter((each) => each !== undefined);
    expect(anchorIn(`<h1>News</h1><p>${before}${quote}${after}</p>`, selectors)).toMatchObject({ state: 'exact' });
  });

  it('takes a quote without context when it is long and stands in one place', () => {
    const selectors: Selector[] = [{ type: 'TextQuoteSelector', exact: before.trim(), prefix: '', suffix: '' }];
    expect(anchorIn(`<p>${before}${quote}</p>`, selectors).text).toBe(before.trim());
    expect(anchorIn(`<p>${before}</p><p>${before}</p>`, selectors).state).toBe('ambiguous');
  });

  it('finds any passage of an unchanged page where it was', () => {
    const words = fc.array(
      fc.constantFrom('the', 'ferry ', ' — ', 'Ünal', '🚢', '\u00ad', 'e\u0301', '漢字', 'עברית', '\n'),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (paragraphs, one, other) => {
        document.body.innerHTML = '';
        for (const text of paragraphs) document.body.appendChild(document.createElement('p')).append(...text);
        const page = readPageText(document);
        const length = page.text.length;
        const selected = page.rangeAt(
          Math.min(one % length, other % length),
          Math.max(one % length, other % length) + 1,
        );
        const selectors = selected && describe(selected, page);
        if (selectors === undefined) return;
        const { state, range } = anchor(readPageText(document), selectors);
        expect(state).toBe('exact');
        if (range === undefined) throw new Error('an anchored passage has a range');
        const position = selectors.find((each) => each.type === 'TextPositionSelector');
        expect(page.offsetAt(range.startContainer, range.startOffset)).toBe(position?.start);
        expect(page.offsetAt(range.endContainer, range.endOffset)).toBe(position?.end);
      }),
    );
  });

  it.each([
    ['an empty quote', [{ type: 'TextQuoteSelector', exact: '', prefix: 'a', suffix: 'b' }]],
    ['a quote of white space', [{ type: 'TextQuoteSelector', exact: ' \u00a0\n', prefix: 'a', suffix: 'b' }]],
    ['a position alone', [{ type: 'TextPositionSelector', start: 0, end: 9 }]],
    ['nothing', []],
    ['a quote that is nowhere', [{ type: 'TextQuoteSelector', exact: 'no such words here', prefix: '', suffix: '' }]],
  ] satisfies [string, Selector[]][])('believes nothing of %s', (_, selectors) => {
    expect(anchorIn(`<p>${before}${quote}</p>`, selectors)).toEqual({ state: 'gone', confidence: 0 });
  });

  it.each([
    ['emoji', '👩‍👩‍👧 🇳🇴 waved at the 🚢 on Tuesday'],
    ['combining marks', 'ca\u0301fe\u0301 a\u0308ra ḳ́ and more of it'],
    ['right-to-left text', 'قال رئيس البلدية إن الجسر سيفتح في مايو'],
    ['text without spaces', '市長は橋が五月に開通すると述べた'],
  ])('finds %s in another template', (_, text) => {
    const selectors = describeText(text, `<p>${before}${text}${after}</p>`);
    expect(anchorIn(`<h1>News</h1><main>${before}<i>${text}</i>${after}</main>`, selectors).text).toBe(text);
  });

  it('passes over evidence that it cannot read', () => {
    const [quoteSelector] = describeText(quote, `<p>${before}${quote}${after}</p>`);
    const strange = JSON.parse('{"type":"PressmarkEvidence","version":1,"block":null}');
    const html = `<p>${before}${quote}${after}</p>`;
    expect(anchorIn(html, [...(quoteSelector ? [quoteSelector] : []), strange]).text).toBe(quote);
  });

  it('does not search long for a quote of a hundred thousand characters', () => {
    const exact = `${before}${quote}`.repeat(800);
    const selectors: Selector[] = [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }];
    expect(anchorIn(`<p>${before}${quote}</p>`, selectors).state).toBe('gone');
  });

  it('says of a sentence that the page repeats thousands of times that it cannot tell which', () => {
    const exact = 'It rained again on the harbour.';
    const selectors: Selector[] = [{ type: 'TextQuoteSelector', exact, prefix: `${exact} `.repeat(5), suffix: '' }];
    expect(anchorIn(`<p>${`${exact} `.repeat(10_000)}</p>`, selectors).state).toBe('ambiguous');
  });
});

group('describe', () => {
  it('leaves white space at the ends out, and says nothing of a selection of white space', () => {
    document.body.innerHTML = '<p>one </p><p> two</p>';
    const page = readPageText(document);
    const range = document.createRange();
    range.selectNodeContents(document.body);
    const [selector] = describe(range, page) ?? [];
    expect(selector).toEqual({ type: 'TextQuoteSelector', exact: 'one \n two', prefix: '', suffix: '' });
    const spaces = page.rangeAt(3, 6);
    expect(spaces && describe(spaces, page)).toBeUndefined();
  });

  it('says nothing of a range outside of the page', () => {
    document.body.innerHTML = '<p>one</p>';
    const page = readPageText(document);
    const range = document.createRange();
    range.selectNodeContents(document.createElement('p').appendChild(document.createTextNode('other')));
    expect(describe(range, page)).toBeUndefined();
  });

  it('takes a selection that ends in text which is not read', () => {
    document.body.innerHTML = '<p>one two</p><script type="text/plain">code</script><p>three</p>';
    const page = readPageText(document);
    const range = document.createRange();
    range.setStart(document.querySelector('p')?.firstChild ?? document, 4);
    range.setEnd(document.querySelector('script')?.firstChild ?? document, 2);
    expect(describe(range, page)?.[0]).toMatchObject({ exact: 'two' });
  });
});
