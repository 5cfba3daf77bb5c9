import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvCutter, csvRow, fromCell } from './csv.ts';
import { longestEntry } from './entries.ts';

function rowsOf(chunks: readonly string[], delimiter = ',') {
  const cutter = new CsvCutter(delimiter);
  return [...chunks.flatMap((chunk) => cutter.push(chunk)), ...cutter.end()];
}

describe('rows of comma-separated values', () => {
  it('are read back as they were written, however the file comes in chunks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', "'", '=', '😀') })), {
          minLength: 1,
        }),
        fc.integer({ min: 1, max: 7 }),
        (rows, size) => {
          const text = rows.map(csvRow).join('');
          const chunks = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
          const read = rowsOf(chunks).map((cut) => Array.isArray(cut.content) && cut.content.map(fromCell));
          expect(read).toEqual(rows.filter((row) => row.some((cell) => cell !== '')));
        },
      ),
    );
  });

  it('know the line that they begin on, with any line break', () => {
    expect(rowsOf(['a,b\r\n"c\nd\r\ne",f\r\rg\nh']).map(({ line, entry }) => [line, entry])).toEqual([
      [1, 1],
      [2, 2],
      [6, 3],
      [7, 4],
    ]);
  });

  it('may be parted by other signs', () => {
    expect(rowsOf(['a;"b;c";d\n'], ';')[0]?.content).toEqual(['a', 'b;c', 'd']);
  });

  it('are refused where a quotation is never closed', () => {
    expect(rowsOf(['a\n"b\nc'])).toEqual([
      { line: 1, entry: 1, content: ['a'] },
      { line: 2, entry: 2, content: { refused: 'cut-off' } },
    ]);
  });

  it('are refused, and not held, where they are too long', () => {
    const cutter = new CsvCutter();
    const chunk = 'x'.repeat(longestEntry / 4);
    for (let count = 0; count < 40; count++) cutter.push(chunk);
    expect(cutter.push('\nshort\n').map((cut) => cut.content)).toEqual([{ refused: 'too-long' }, ['short']]);
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1"])('%j is no formula once written', (text) => {
    expect(csvRow([text])).toMatch(/^"?'/);
    expect(fromCell(`'${text}`)).toBe(text);
  });

  it('keeps an apostrophe that stands before no formula', () => {
    expect(fromCell("'t is so")).toBe("'t is so");
  });
});
