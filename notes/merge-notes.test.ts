import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNotes, separator } from './merge-notes.ts';

describe('two versions of one note', () => {
  it.each([
    ['only the draft changed', 'a b', 'a b', 'a b c', 'a b c'],
    ['only the kept note changed', 'a b', 'a b c', 'a b', 'a b c'],
    ['both made the same change', 'a', 'a b', 'a b', 'a b'],
    ['both changed, in different places', 'one two three', 'ONE two three', 'one two THREE', 'ONE two THREE'],
    ['both changed, the other way round', 'one two three', 'one two THREE', 'ONE two three', 'ONE two THREE'],
    ['both added at the same place', 'a', 'a one', 'a two', `a one${separator}a two`],
    ['the kept note is an earlier state of the draft', 'a', 'a on', 'a one', 'a one'],
    ['the draft is an earlier state of the kept note', 'a', 'a one', 'a on', 'a one'],
    ['both began a new note', '', 'one', 'two', `one${separator}two`],
    ['the draft was emptied while words were added', 'a', 'a b', '', 'a b'],
    ['the kept note was emptied while words were added', 'a', '', 'a b', 'a b'],
  ])('are joined when %s', (_case, base, kept, draft, merged) => {
    expect(mergeNotes(base, kept, draft)).toBe(merged);
  });

  it('do not pile up when the editor goes on writing from its own version', () => {
    const merged = mergeNotes('', 'one', 'two');
    expect(mergeNotes('two', merged, 'two and more')).toBe(`one${separator}two and more`);
  });

  it('hold every word that either window added', () => {
    const words = fc.array(fc.stringMatching(/^[a-f]{1,3}$/), { maxLength: 6 });
    fc.assert(
      fc.property(words, fc.nat(6), fc.nat(6), (base, here, there) => {
        const insert = (word: string, at: number) => [...base.slice(0, at), word, ...base.slice(at)].join(' ');
        const merged = mergeNotes(base.join(' '), insert('XKEPT', here), insert('YDRAFT', there));
        expect(merged).toContain('XKEPT');
        expect(merged).toContain('YDRAFT');
        for (const word of base) expect(merged).toContain(word);
      }),
    );
  });
});
