// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { draftsIn } from '../../components/drafts.ts';
import { click, mount, press, write } from '../../components/mounting.ts';
import { noteOf } from '../../core/annotation.ts';
import type { PageState, TabState } from '../../messages/protocol.ts';
import { annotationById, newestAnnotations, saveNote } from '../../notes/annotations.ts';
import { openDatabase, type PressmarkDatabase } from '../../notes/database.ts';
import { type Search, searchIn } from '../../notes/search/search.ts';
import { readSettings } from '../../notes/settings.ts';
import { openNotebook } from '../../places/notebook.ts';
import { Popup } from './Popup.tsx';

const url = 'https://courier.example/harbour';
const article = { url, title: 'Harbour quay shrinks' };
const other = { url: 'https://fen.example/budget', title: 'Budget put off', siteName: 'The Fen Post' };

const told: { name: string; args: unknown[] }[] = [];
let state: TabState;
let shown: PageState | undefined;

vi.mock('../../messages/callers.ts', () => {
  const caller = {
    async call(name: string, ...args: unknown[]) {
      told.push({ name, args });
      if (name === 'tabState') return state;
      if (name === 'pageState' && shown === undefined) throw new Error('Nobody answered');
      return name === 'pageState' ? shown : undefined;
    },
  };
  return { ownBackground: caller, pageIn: () => caller };
});

let db: PressmarkDatabase;

beforeEach(async () => {
  told.length = 0;
  state = { page: 'article', url };
  shown = {
    article,
    marksShown: true,
    entityCount: 12,
    coverage: 'all',
    filter: {},
    recognised: 1,
    notFound: [],
    edited: [],
  };
  vi.spyOn(browser.tabs, 'query').mockImplementation(async () => [
    { ...(await browser.tabs.create({ url })), id: 7, title: 'Tab' },
  ]);
  db = openDatabase();
  localStorage.clear();
});

afterEach(async () => {
  mount(null);
  vi.restoreAllMocks();
  await db.delete();
});

const idOf = (number: number): string => `01900000-0000-7000-8000-00000000000${number}`;

/** Keeps a note on a passage of an article. */
async function keep(number: number, quote: string, start: number, value: string, on = article): Promise<void> {
  const selector = [
    { type: 'TextQuoteSelector' as const, exact: quote, prefix: '', suffix: '' },
    { type: 'TextPositionSelector' as const, start, end: start + quote.length },
  ];
  const create = { id: idOf(number), colour: 'yellow' as const, target: { source: on.url, selector }, article: on };
  await saveNote(db, { id: idOf(number), value, create }, new Date());
}

/** The search as in a worker: what it writes is no part of the live query that asks it. */
function searchApart(db: PressmarkDatabase): Search {
  const search = searchIn(db);
  const apart = <Result,>(work: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => void setTimeout(() => work().then(resolve, reject)));
  return {
    find: (request) => apart(() => search.find(request)),
    findAll: (query) => apart(() => search.findAll(query)),
    onBuilding: search.onBuilding,
    close: search.close,
  };
}

async function open(): Promise<HTMLElement> {
  const root = mount(<Popup notebook={openNotebook(db)} search={searchApart(db)} drafts={draftsIn(localStorage)} />);
  await vi.waitFor(() => expect(root.querySelector('.note-list')).not.toBeNull());
  return root;
}

const rowsIn = (root: ParentNode): (string | null)[] =>
  [...root.querySelectorAll('[data-row]')].map(
    (row) => row.querySelector('.row-quote, .row-subject')?.textContent ?? null,
  );

const button = (root: ParentNode, label: string): Element | null =>
  [...root.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === label,
  ) ?? null;

it('lists this article in reading order, then the newest of the others with where they come from', async () => {
  await keep(1, 'second passage', 200, 'b');
  await keep(2, 'first passage', 10, 'a');
  await keep(3, 'from elsewhere', 5, 'c', other);
  const root = await open();
  await vi.waitFor(() => expect(rowsIn(root)).toEqual(['first passage', 'second passage', 'from elsewhere']));
  expect([...root.querySelectorAll('h2')].map((each) => each.textContent)).toEqual(['popupHere', 'popupNewest']);
  expect(root.querySelector('.row-from')?.textContent).toBe('The Fen Post · Budget put off');
  expect(root.querySelector('h1')?.textContent).toBe(article.title);
});

it('shows what it listed last before the database is read, and never as if this article had no notes', async () => {
  await keep(1, 'first', 1, 'note');
  const before = await open();
  await vi.waitFor(() => expect(rowsIn(before)).toEqual(['first']));
  mount(null);
  const again = mount(<Popup notebook={openNotebook(db)} search={searchApart(db)} drafts={draftsIn(localStorage)} />);
  expect(rowsIn(again)).toEqual(['first']);
  expect(again.textContent).not.toContain('popupEmptyHere');
  mount(null);
  await openNotebook(db).deleteEverything();
  expect(
    rowsIn(mount(<Popup notebook={openNotebook(db)} search={searchApart(db)} drafts={draftsIn(localStorage)} />)),
  ).toEqual([]);
});

it('teaches the first gesture where there is no note', async () => {
  const root = await open();
  await vi.waitFor(() => expect(root.textContent).toContain('popupEmptyHereGesture'));
});

it('says what is not an article, and annotates it anyway when asked', async () => {
  state = { page: 'not-spotted', url };
  shown = undefined;
  const root = await open();
  await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toBe('popupNotArticle'));
  await click(button(root, 'popupAnnotateAnyway'));
  await vi.waitFor(() => expect(told).toContainEqual({ name: 'annotateAnyway', args: [7] }));
});

it('searches all notes while one types', async () => {
  await keep(1, 'harbour passage', 1, 'berths');
  await keep(2, 'from elsewhere', 5, 'money', other);
  const root = await open();
  await write(root.querySelector('input[type=search]'), 'money');
  await vi.waitFor(() => expect(rowsIn(root)).toEqual(['from elsewhere']));
  await write(root.querySelector('input[type=search]'), 'zzzz');
  await vi.waitFor(() => expect(root.textContent).toContain('popupNothingFound'));
});

it('goes through the rows with the arrow keys, and back to the search field', async () => {
  await keep(1, 'first', 1, '');
  await keep(2, 'second', 50, '');
  const root = await open();
  await vi.waitFor(() => expect(rowsIn(root)).toHaveLength(2));
  await press(root.querySelector('input[type=search]'), 'ArrowDown');
  expect(document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row).toBe(idOf(1));
  await press(document.activeElement, 'ArrowDown');
  expect(document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row).toBe(idOf(2));
  await press(document.activeElement, 'ArrowUp');
  await press(document.activeElement, 'ArrowUp');
  expect(document.activeElement).toBe(root.querySelector('input[type=search]'));
});

it('edits a note in place and tells the open tabs', async () => {
  await keep(1, 'first', 1, 'before');
  const root = await open();
  await vi.waitFor(() => expect(rowsIn(root)).toHaveLength(1));
  await press(root.querySelector('.row-open'), 'e');
  await write(root.querySelector('textarea'), 'after');
  await press(root.querySelector('textarea'), 'Escape');
  await vi.waitFor(() => expect(root.querySelector('.row-note')?.textContent).toBe('after'));
  const kept = await annotationById(db, idOf(1));
  expect(kept && noteOf(kept)).toBe('after');
  expect(told.map((each) => each.name)).toContain('changed');
});

it('deletes with the Delete key and brings the note back on undo', async () => {
  await keep(1, 'first', 1, 'note');
  const root = await open();
  await vi.waitFor(() => expect(rowsIn(root)).toHaveLength(1));
  await press(root.querySelector('.row-open'), 'Delete');
  await vi.waitFor(() => expect(rowsIn(root)).toHaveLength(0));
  await click(button(root, 'undo'));
  await vi.waitFor(() => expect(rowsIn(root)).toEqual(['first']));
});

it('goes to the passage when a row is opened', async () => {
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
  await keep(1, 'first', 1, 'note');
  const root = await open();
  await vi.waitFor(() => expect(rowsIn(root)).toHaveLength(1));
  await click(root.querySelector('.row-open'));
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  expect(told).toContainEqual({ name: 'showAnnotation', args: [idOf(1)] });
});

it('keeps a note on the whole page', async () => {
  const root = await open();
  await vi.waitFor(() => expect(button(root, 'popupPageNote')).not.toBeNull());
  await click(button(root, 'popupPageNote'));
  await write(root.querySelector('textarea'), 'on all of it');
  await click(button(root, 'done'));
  await vi.waitFor(() => expect(rowsIn(root)).toEqual(['rowPageNote']));
  const [kept] = await newestAnnotations(db, 1);
  expect(kept?.target).toEqual({ source: url, selector: [] });
});

it('tells which passages are no longer in the article', async () => {
  await keep(1, 'gone', 1, 'note');
  shown = {
    article,
    marksShown: true,
    entityCount: 0,
    coverage: 'all',
    filter: {},
    recognised: 1,
    notFound: [idOf(1)],
    edited: [],
  };
  const root = await open();
  await vi.waitFor(() => expect(root.querySelector('.row-remark')).not.toBeNull());
});

it('leaves a site alone when asked, and comes back to it', async () => {
  const root = await open();
  await vi.waitFor(() => expect(button(root, 'popupOptions')).not.toBeNull());
  await click(button(root, 'popupOptions'));
  await vi.waitFor(() => expect(button(root, 'popupSiteOffAction')).not.toBeNull());
  state = { page: 'site-off', url };
  await click(button(root, 'popupSiteOffAction'));
  await vi.waitFor(() => expect(button(root, 'popupSwitchOn')).not.toBeNull());
  expect((await readSettings(db)).offSites).toEqual(['courier.example']);
  await click(button(root, 'popupSwitchOn'));
  await vi.waitFor(async () => expect((await readSettings(db)).offSites).toEqual([]));
});
