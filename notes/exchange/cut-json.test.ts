import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCutter } from './cut-json.ts';
import { LineCutter } from './cut-lines.ts';
import { type Cutter, longestEntry } from './entries.ts';

function cutUp(cutter: Cutter<string>, text: string, size = text.length) {
  const chunks = text.match(new RegExp(`[^]{1,${Math.max(1, size)}}`, 'g')) ?? [];
  return [...chunks.flatMap((chunk) => cutter.push(chunk)), ...cutter.end()];
}

const entry = fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue(), { maxKeys: 4 });

describe('a JSON document', () => {
  it('is cut into the entries of its lists, however it comes in chunks', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (entries, size, tidy) => {
          const wrapped = { '@context': ['a', 'b'], first: { items: entries }, total: entries.length };
          for (const whole of [entries, wrapped, { annotations: entries }, { rows: entries }, { pages: entries }]) {
            const cuts = cutUp(new JsonCutter(), JSON.stringify(whole, null, tidy ? 2 : 0), size);
            expect(cuts.map((cut) => JSON.parse(String(cut.content)))).toEqual(JSON.parse(JSON.stringify(entries)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is one entry where it has no list', () => {
    const one = '{ "type": "Annotation", "body": [], "target": { "selector": [{ "exact": "items" }] } }';
    expect(cutUp(new JsonCutter(), one)).toEqual([{ line: 1, entry: 1, content: one }]);
  });

  it('tells the line on which an entry begins', () => {
    const text = '{"annotations": [\n  {"a":\n 1},\n\n  {"b": 2}\n]}';
    expect(cutUp(new JsonCutter(), text).map(({ line, entry }) => [line, entry])).toEqual([
      [2, 1],
      [5, 2],
    ]);
  });

  it('is known to be cut off, wherever that is', () => {
    const text = '{"annotations": [{"a": "x"}, {"a": "]}"}], "n": 1}';
    for (let end = 17; end < text.length; end++) {
      const cuts = cutUp(new JsonCutter(), text.slice(0, end));
      expect(cuts.at(-1)?.content, text.slice(0, end)).toEqual({ refused: 'cut-off' });
    }
  });

  it('cuts what is no object too, and leaves it to the reader of entries', () => {
    expect(cutUp(new JsonCutter(), '[1, "two", [3, 4] , null]').map((cut) => cut.content)).toEqual([
      '1',
      '"two"',
      '[3, 4] ',
      'null',
    ]);
  });

  it('refuses what stands around its entries when it is no JSON', () => {
    expect(() => cutUp(new JsonCutter(), '{"annotations": [{}], oops}')).toThrow('unreadable');
    expect(() => cutUp(new JsonCutter(), `{"x": "${'y'.repeat(1_100_000)}"}`)).toThrow('unreadable');
  });

  it('refuses an entry that is too long, does not hold it, and goes on', () => {
    const cutter = new JsonCutter();
    cutter.push('[{"a":"');
    const chunk = 'x'.repeat(longestEntry / 4);
    for (let count = 0; count < 40; count++) cutter.push(chunk);
    expect(cutter.push('"}, {"b":1}]').map((cut) => cut.content)).toEqual([{ refused: 'too-long' }, '{"b":1}']);
  });
});

describe('JSON Lines', () => {
  it('are cut at line breaks, however they come in chunks, without the empty ones', () => {
    expect(cutUp(new LineCutter(), '{"a":1}\n\n{"b":2}\r\n{"c":3}', 3)).toEqual([
      { line: 1, entry: 1, content: '{"a":1}' },
      { line: 3, entry: 2, content: '{"b":2}\r' },
      { line: 4, entry: 3, content: '{"c":3}' },
    ]);
  });

  it('are refused one by one where they are too long, and not held', () => {
    const cutter = new LineCutter();
    const chunk = 'x'.repeat(longestEntry / 4);
    for (let count = 0; count < 40; count++) expect(cutter.push(chunk)).toEqual([]);
    expect(cutter.push('\n{}\n').map((cut) => cut.content)).toEqual([{ refused: 'too-long' }, '{}']);
  });
});
