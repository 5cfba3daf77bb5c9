// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describe } from '../../core/anchoring/describe.ts';
import type { PageAnnotation } from '../../core/annotation.ts';
import type { Article } from '../../core/article/read-article.ts';
import type { Recognition } from '../../core/entities/mention.ts';
import { readPageText } from '../../core/text/page-text.ts';
import { TextMapBuilder } from '../../core/text/text-map.ts';
import type { NewAnnotation, OpenedArticle, PageSettings, PageToBackground } from '../../messages/protocol.ts';
import type { Caller } from '../../messages/wire.ts';
import { pageStateOf } from './page-state.ts';
import { layersOf, type Reading } from './reading.ts';
import { Session } from './session.ts';

const settings: PageSettings = {
  marksShown: true,
  kindsOff: [],
  firstOnly: false,
  toolbarShown: true,
  appearance: 'auto',
  colourNames: {},
};
const words = 'The ferry to Ilha Grande opens in May. Maria Silva said so on Tuesday in the harbour of Porto Belo.';

beforeEach(() => {
  document.body.innerHTML = `<article><p>${words}</p></article>`;
});
afterEach(() => {
  document.body.innerHTML = '';
});

/** The article is all that stands in the page's <article>. */
async function readArticle(): Promise<Article | undefined> {
  const builder = new TextMapBuilder();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) builder.addNode(node);
  }
  const map = builder.build();
  if (map.text === '') return undefined;
  const text = Object.assign(map, { links: [] });
  return { metadata: { url: 'https://news.example/ferry', title: 'Ferry' }, sources: {}, text, bodyStart: 0 };
}

function recogniseMaria({ text }: { text: string }): Recognition {
  const start = text.indexOf('Maria Silva');
  const mention = { start, end: start + 11, type: 'Person', score: 1, reason: 'test', entity: 0 } as const;
  const found = start >= 0;
  return {
    mentions: found ? [mention] : [],
    entities: found ? [{ name: 'Maria Silva', type: 'Person' }] : [],
    coverage: 'all',
  };
}

function passage(exact: string, more: Partial<PageAnnotation> = {}): PageAnnotation {
  const page = readPageText(document);
  const start = page.text.indexOf(exact);
  const range = page.rangeAt(start, start + exact.length);
  const selector = range && describe(range, page);
  if (selector === undefined) throw new Error(`Not on the page: ${exact}`);
  const target = { source: 'https://news.example/ferry', selector };
  return { id: exact, colour: 'yellow', hasNote: false, target, ...more };
}

function start(opened: Partial<OpenedArticle> = {}) {
  const stored = { annotations: opened.annotations ?? [] };
  const answers = {
    openArticle: vi.fn(() => ({ settings, ...opened, annotations: stored.annotations })),
    listAnnotations: vi.fn(() => stored.annotations),
    recognise: vi.fn(recogniseMaria),
  };
  const call = async (name: keyof typeof answers, argument: { text: string }) => answers[name](argument);
  const background = { call } as unknown as Caller<PageToBackground>;
  const changed = vi.fn<(reading: Reading) => void>();
  const goTo = vi.fn();
  const failed = vi.fn();
  const skip = document.createElement('div');
  const session = new Session({ document, background, readArticle, skip, changed, goTo, failed });
  return { session, stored, answers, changed, goTo, failed };
}

function painted(session: Session): Record<string, string[]> {
  const layers = [...layersOf(session.reading)].filter(([, ranges]) => ranges.length > 0);
  return Object.fromEntries(layers.map(([layer, ranges]) => [layer, ranges.map(String)]));
}

test('paints the annotations of an article and marks its names', async () => {
  const { session } = start({ annotations: [passage('opens in May', { hasNote: true })] });
  await session.ready;
  await vi.waitFor(() => expect(session.reading.mentions).toHaveLength(1));
  expect(painted(session)).toEqual({
    'highlight-yellow': ['opens in May'],
    noted: ['opens in May'],
    person: ['Maria Silva'],
  });
});

test('marks the beginning of a long text before all of it was looked at', async () => {
  document.body.innerHTML = `<article><p>${words.repeat(1000)}</p></article>`;
  const { session, answers } = start();
  const asked: number[] = [];
  const marked: number[] = [];
  answers.recognise.mockImplementation(({ text }) => {
    asked.push(text.length);
    marked.push(session.reading.mentions.length);
    return recogniseMaria({ text });
  });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  const [first = 0, second] = asked;
  expect(second).toBe(words.length * 1000);
  expect(first).toBeLessThan(words.length * 500);
  expect(marked).toEqual([0, 1]);
});

test('never changes the page', async () => {
  const before = document.documentElement.outerHTML;
  const { session } = start({ annotations: [passage('opens in May')] });
  await session.ready;
  await vi.waitFor(() => expect(session.reading.mentions).toHaveLength(1));
  expect(document.documentElement.outerHTML).toBe(before);
});

test('goes to the annotation that the reader came for, after it was placed', async () => {
  const { session, goTo } = start({ annotations: [passage('opens in May')], goTo: 'opens in May' });
  await session.ready;
  expect(goTo).toHaveBeenCalledWith('opens in May');
  expect(painted(session)['highlight-yellow']).toEqual(['opens in May']);
});

test('leaves out the marks when they are switched off, and puts them back', async () => {
  const { session } = start({ settings: { ...settings, marksShown: false } });
  await session.ready;
  await vi.waitFor(() => expect(session.reading.mentions).toHaveLength(1));
  expect(painted(session)).toEqual({});
  session.showMarks(true);
  expect(painted(session)).toEqual({ person: ['Maria Silva'] });
});

test('shows all mentions of the entity that is looked at', async () => {
  const { session } = start();
  await vi.waitFor(() => expect(session.reading.mentions).toHaveLength(1));
  session.show({ focus: 0 });
  expect(painted(session)).toEqual({ person: ['Maria Silva'], focus: ['Maria Silva'] });
});

test('keeps a new highlight through a list that does not know it yet, and lets it go with a list that no longer does', async () => {
  const { session } = start();
  await session.ready;
  const { hasNote: _, entity: __, ...made } = passage('the harbour');
  const range = readPageText(document).rangeAt(words.indexOf('the harbour'), words.indexOf('the harbour') + 11);
  if (range === undefined) throw new Error('No range');
  session.add(made satisfies NewAnnotation, range);
  await session.reload(settings);
  expect(painted(session)['highlight-yellow']).toEqual(['the harbour']);
  session.kept(made.id);
  await session.reload(settings);
  expect(painted(session)['highlight-yellow']).toBeUndefined();
});

test('paints again what a page renders anew', async () => {
  const { session, answers } = start({ annotations: [passage('opens in May')] });
  await vi.waitFor(() => expect(session.reading.mentions).toHaveLength(1));
  document.body.innerHTML = `<article><p>${words}</p></article>`;
  session.refresh();
  await vi.waitFor(() => {
    expect(painted(session)).toEqual({ 'highlight-yellow': ['opens in May'], person: ['Maria Silva'] });
    expect(session.reading.mentions[0]?.range.startContainer.isConnected).toBe(true);
  });
  expect(answers.recognise).toHaveBeenCalledOnce();
});

test('puts back a highlight in the same frame when the page renders itself anew, whatever else is waited for', async () => {
  const { session, answers } = start({ annotations: [passage('opens in May')] });
  await vi.waitFor(() => expect(session.reading.mentions).toHaveLength(1));
  expect(session.mend()).toBeUndefined();
  answers.listAnnotations.mockImplementation(() => {
    throw new Error('the background is busy');
  });
  document.body.innerHTML = `<article><h2>Ferries</h2><p>${words}</p></article>`;
  await session.mend();
  expect(painted(session)['highlight-yellow']).toEqual(['opens in May']);
});

test('offers the places of a passage whose words stand in several, and paints the one that is chosen', async () => {
  const unclear = passage(words);
  document.body.innerHTML = `<p>One.</p><p>${words}</p><p>Two.</p><p>${words}</p>`;
  const { session } = start({ annotations: [unclear] });
  await session.ready;
  const [placed] = session.reading.annotations;
  expect([placed?.state, placed?.stand, placed?.places?.map(String)]).toEqual(['ambiguous', undefined, [words, words]]);
  expect(pageStateOf(session.reading)).toMatchObject({ notFound: [unclear.id], unclear: [unclear.id] });
  const [, second] = placed?.places ?? [];
  if (second === undefined) throw new Error('no second place');
  session.place(unclear.id, [], second);
  expect(painted(session)['highlight-yellow']).toEqual([words]);
  expect(pageStateOf(session.reading).unclear).toEqual([]);
});

test('tells of a passage that is not in the page, and paints it when it comes', async () => {
  const late = passage('opens in May');
  document.body.innerHTML = '<article><p>Nothing but a headline stands here so far.</p></article>';
  const { session } = start({ annotations: [late] });
  await session.ready;
  expect(pageStateOf(session.reading).notFound).toEqual(['opens in May']);
  document.body.innerHTML = `<article><p>${words}</p></article>`;
  session.refresh();
  await vi.waitFor(() => expect(painted(session)['highlight-yellow']).toEqual(['opens in May']));
  expect(pageStateOf(session.reading).notFound).toEqual([]);
});

test('opens the article again when the background did not answer before', async () => {
  const { session, answers, failed } = start();
  answers.openArticle.mockImplementationOnce(() => {
    throw new Error('database-unavailable');
  });
  await expect(session.ready).rejects.toThrow('database-unavailable');
  expect(failed).toHaveBeenCalledOnce();
  session.refresh();
  await vi.waitFor(() => expect(answers.openArticle).toHaveBeenCalledTimes(2));
});

test('shows nothing more once it was stopped', async () => {
  const { session, changed } = start({ annotations: [passage('opens in May')] });
  session.stop();
  await expect(session.ready).rejects.toThrow();
  changed.mockClear();
  session.showMarks(true);
  expect(changed).not.toHaveBeenCalled();
});

test('opens a page without any text', async () => {
  document.body.innerHTML = '';
  const { session, answers } = start();
  await session.ready;
  expect(pageStateOf(session.reading)).toMatchObject({ entityCount: 0, notFound: [] });
  expect(answers.recognise).not.toHaveBeenCalled();
});
