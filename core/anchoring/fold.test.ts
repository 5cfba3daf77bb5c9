import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, isWordBorder } from './fold.ts';

describe('folding', () => {
  it.each([
    ['The  Mayor\u00a0said\n', 'themayorsaid'],
    ['“Ja,” sagte ‘sie’ – „gut“…', `"ja,"sagte'sie'-"gut"...`],
    ['Brandt´s 5″', `brandt's5"`],
    ['bri\u00addge zero\u200bwidth\ufeff', 'bridgezerowidth'],
    ['ﬁnal Ⅷ ½', 'finalviii1⁄2'],
    ['ΣΊΣΥΦΟΣ', fold('σίσυφος').text],
    ['\u00e9\u212b', 'e\u0301a\u030a'],
    ['\ud83d\udea2 ahoi', '\ud83d\udea2ahoi'],
  ])('makes %j into %j', (source, folded) => {
    expect(fold(source).text).toBe(folded);
  });

  it('knows for each unit where it came from, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        const { text, origins } = fold(source);
        expect(origins.length).toBe(text.length);
        for (const [unit, origin] of origins.entries()) {
          const own = fold(String.fromCodePoint(source.codePointAt(origin) ?? 0)).text;
          expect(own).toContain(text.charAt(unit));
          expect(origin).toBeGreaterThanOrEqual(origins[unit - 1] ?? 0);
        }
      }),
    );
  });

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (source) => {
        const once = fold(source).text;
        expect(fold(once).text).toBe(once);
      }),
    );
  });
});

describe('word borders', () => {
  it('are where no word goes on, also across soft hyphens and emoji', () => {
    const text = 'a bri\u00addge, 🚢!';
    const borders = Array.from({ length: text.length + 1 }, (_, offset) => isWordBorder(text, offset));
    expect(borders.flatMap((isBorder, offset) => (isBorder ? [] : [offset]))).toEqual([3, 4, 5, 6, 7, 8]);
  });
});
