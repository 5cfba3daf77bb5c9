// Files that are broken, wrong, huge or hostile: told with the line, nothing half-done, nothing believed.
import { describe, expect, it } from 'vitest';
import { noteOf, tagsOf } from '../../core/annotation.ts';
import { exportFile } from './export.ts';
import { importFile, previewImport } from './import.ts';
import { emptyDatabase } from './made-library.ts';

const now = new Date('2026-11-25T10:00:00.000Z');
const preview = (file: string) => previewImport(emptyDatabase(), new Blob([file]), { now });

async function imported(file: string) {
  const db = emptyDatabase();
  const report = await importFile(db, new Blob([file]), { now });
  return { report, annotations: await db.annotations.toArray(), db };
}

const note = (more: object = {}) => ({ id: 'a', uri: 'https://courier.example/', text: 'words', tags: [], ...more });

async function backup(): Promise<string> {
  const db = emptyDatabase();
  await importFile(db, new Blob([JSON.stringify([note(), note({ id: 'b', text: 'more' })])]), { now });
  const file = await exportFile(db, 'backup', { now, words: { lang: 'en', title: '' } });
  return file.text();
}

describe('a file that is cut off', () => {
  it('gives what is whole, and says where it ends', async () => {
    const text = JSON.stringify({ annotations: [note(), note({ id: 'b', text: 'more' })] }, null, 1);
    expect((await preview(text.slice(0, -20))).refused.first).toEqual([{ line: 9, entry: 2, reason: 'cut-off' }]);
    expect(await preview(text.slice(0, -20))).toMatchObject({ added: 1 });
  });

  it('is known by its last line when it is a backup', async () => {
    const text = await backup();
    const withoutEnd = text.trimEnd().split('\n').slice(0, -1).join('\n');
    expect((await preview(withoutEnd)).refused.first).toEqual([{ line: 5, entry: 5, reason: 'cut-off' }]);
    expect((await preview(text.slice(0, -60))).refused.first.map(({ reason }) => reason)).toContain('cut-off');
    expect((await preview(text)).refused.count).toBe(0);
    expect((await preview(text + text)).refused.count).toBe(0);
  });
});

describe('a file of the wrong kind', () => {
  it.each([
    ['a web page', '<!doctype html><p>words'],
    ['a table of something else', 'Name,Price\nTea,3'],
    ['other JSON', '{"bookmarks": [{"title": "x"}]}'],
    ['a list of other things', '[{"title": "x"}, 17, null]'],
    ['a number', '17'],
  ])('is refused: %s', async (_name, text) => {
    await expect(preview(text)).rejects.toMatchObject({ fault: 'unknown-format' });
  });

  it('is given up early when nothing in it fits', async () => {
    const many = JSON.stringify(Array.from({ length: 5000 }, (_, index) => ({ index })));
    await expect(preview(many)).rejects.toMatchObject({ fault: 'unknown-format' });
  });

  it('is refused when a newer Pressmark has made it', async () => {
    const text = (await backup()).replace('"version":1', '"version":2');
    await expect(preview(text)).rejects.toMatchObject({ fault: 'newer-version', line: 1 });
  });

  it('is refused when it is no JSON around its notes', async () => {
    await expect(preview(`{"annotations": [${JSON.stringify(note())}], oops}`)).rejects.toMatchObject({
      fault: 'unreadable',
    });
  });

  it('leaves no trace when it is imported all the same', async () => {
    const db = emptyDatabase();
    await expect(importFile(db, new Blob(['17']), { now })).rejects.toThrow('unknown-format');
    expect(await db.imports.count()).toBe(0);
  });
});

describe('an entry that cannot be taken', () => {
  it('is told with its line and its reason, and the others are taken', async () => {
    const lines = [
      note(),
      { ...note({ id: 'b' }), uri: 'javascript:alert(1)' },
      note({ id: 'c', text: ' ' }),
      { other: 1 },
      note({ id: 'd', text: 'more' }),
    ].map((each) => JSON.stringify(each));
    const { report } = await imported([...lines.slice(0, 4), '{"broken', lines[4]].join('\n'));
    expect(report.added).toBe(2);
    expect(report.refused.first).toEqual([
      { line: 2, entry: 2, reason: 'no-page' },
      { line: 3, entry: 3, reason: 'empty' },
      { line: 4, entry: 4, reason: 'unknown' },
      { line: 5, entry: 5, reason: 'unreadable' },
    ]);
  });

  it('is counted, but no longer listed, when there are very many', async () => {
    const { report } = await imported([JSON.stringify(note()), ...Array(3000).fill('{"broken')].join('\n'));
    expect(report.refused.count).toBe(3000);
    expect(report.refused.first).toHaveLength(200);
  });
});

describe('a hostile file', () => {
  it('changes no object by keys that mean something to objects', async () => {
    const text =
      '[{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "uri": "https://courier.example/",' +
      ' "text": "words", "tags": ["__proto__", "constructor"], "document": {"__proto__": {"title": "x"}}}]';
    const { annotations } = await imported(text);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(annotations[0] && tagsOf(annotations[0])).toEqual(['__proto__', 'constructor']);
    const lines = (await backup()).split('\n');
    const poisoned = lines.map((line) => line.replace('{"annotation":{', '{"annotation":{"__proto__":{"deleted":1},'));
    const restored = await imported(poisoned.join('\n'));
    expect(restored.report.added).toBe(2);
    for (const each of restored.annotations) expect(Object.keys(each)).not.toContain('__proto__');
  });

  it('has its dates of no year that a note can have put right', async () => {
    const dates = ['0000-01-01T00:00:00Z', '+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00Z', 'never', 8.64e15];
    const { report, annotations, db } = await imported(
      JSON.stringify(dates.map((created, index) => note({ id: `${index}`, text: `n${index}`, created }))),
    );
    expect(report).toMatchObject({ added: 5, mended: { count: 5 } });
    expect(annotations.map(({ created }) => created)).toEqual(Array(5).fill(now.toISOString()));
    const again = JSON.stringify(dates.map((created, index) => note({ id: `${index}`, text: `n${index}`, created })));
    expect(await importFile(db, new Blob([again]), { now: new Date() })).toMatchObject({ added: 0, doubles: 5 });
  });

  it('has a hundred of its hundred thousand tags read, and nothing of an entry with a million', async () => {
    const tags = Array.from({ length: 1_000_000 }, (_, index) => `t${index}`);
    const { report, annotations } = await imported(
      JSON.stringify([note({ tags: tags.slice(0, 100_000), created: now }), note({ id: 'b', tags })]),
    );
    expect(report.mended.first).toEqual([{ line: 1, entry: 1, reason: 'tags' }]);
    expect(report.refused.first).toEqual([{ line: 1, entry: 2, reason: 'too-long' }]);
    expect(annotations[0] && tagsOf(annotations[0])).toHaveLength(100);
  });

  it('has its HTML kept as the words that it is', async () => {
    const text = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const { annotations } = await imported(JSON.stringify([note({ text })]));
    expect(annotations[0] && noteOf(annotations[0])).toBe(text);
  });

  it('cannot make records of a backup that are none', async () => {
    const lines = (await backup()).trimEnd().split('\n');
    const broken = [
      ['"source":"https:', '"source":"javascript:'],
      ['"created":"2026', '"created":"0000'],
      ['"purpose":"commenting"', '"purpose":7'],
      ['"deleted":0', '"deleted":"0"'],
      ['"body":[', '"body":{"length":1},"x":['],
    ] as const;
    for (const [right, wrong] of broken) {
      const changed = lines.map((line) => (line.startsWith('{"annotation"') ? line.replace(right, wrong) : line));
      const { report } = await imported(`${changed.join('\n')}\n`);
      expect([wrong, report.added, report.refused.reasons.get('unreadable')]).toEqual([wrong, 0, 2]);
    }
  });

  it('is not held when it is one endless line', async () => {
    let chunks = 0;
    const endless = {
      size: 64 * 65_536,
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull(controller) {
            const text = chunks === 0 ? `${JSON.stringify(note())}\n{"text":"` : 'x'.repeat(65_536);
            if (++chunks > 200) controller.close();
            else controller.enqueue(new TextEncoder().encode(text));
          },
        }),
    };
    const report = await previewImport(emptyDatabase(), endless, { now });
    expect(report.added).toBe(1);
    expect(report.refused.first).toMatchObject([{ entry: 2, reason: 'too-long' }]);
  });
});
