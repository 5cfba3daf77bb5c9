// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { byHand, click, dispatch, mount, write } from '../../components/mounting.ts';
import { hostIn } from '../../components/SiteList.tsx';
import { saveNote } from '../../notes/annotations.ts';
import { keepCorrection, readLearned } from '../../notes/corrections.ts';
import { openDatabase, type PressmarkDatabase } from '../../notes/database.ts';
import { countEverything } from '../../notes/everything.ts';
import { readSettings } from '../../notes/settings.ts';
import { openNotebook } from '../../places/notebook.ts';
import { logError } from '../errors/error-log.ts';
import { Settings } from './Settings.tsx';

const told: string[] = [];

vi.mock('../../messages/callers.ts', () => ({
  ownBackground: { call: async (name: string) => void told.push(name) },
}));

vi.mock('./shortcuts.ts', () => ({
  readShortcuts: async () => [
    { name: 'highlight', keys: 'Alt+Shift+L' },
    { name: 'note', keys: '' },
  ],
  openShortcutSettings: vi.fn(),
}));

let db: PressmarkDatabase;

beforeEach(() => {
  told.length = 0;
  fakeBrowser.reset();
  Object.defineProperty(navigator, 'storage', {
    configurable: true,
    value: { estimate: async () => ({ usage: 2_500_000 }) },
  });
  db = openDatabase();
});

afterEach(async () => {
  mount(null);
  await db.delete();
});

async function open(): Promise<HTMLElement> {
  const root = mount(<Settings notebook={openNotebook(db)} firefox={false} about={['Pressmark']} />);
  await vi.waitFor(() => expect(root.querySelector('#marks')).not.toBeNull());
  return root;
}

const button = (root: ParentNode, label: string): HTMLButtonElement | null =>
  [...root.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === label,
  ) ?? null;

const box = (root: ParentNode, label: string): HTMLInputElement | null =>
  [...root.querySelectorAll('label')].find((each) => each.textContent === label)?.querySelector('input') ?? null;

async function check(input: HTMLInputElement | null, checked: boolean): Promise<void> {
  if (input === null) throw new Error('There is no such switch');
  input.checked = checked;
  await dispatch(input, byHand(new Event('change', { bubbles: true })));
}

it('keeps which kinds of names are marked, and tells the open tabs', async () => {
  const root = await open();
  await check(box(root, 'settingsKindPlaces'), false);
  await vi.waitFor(async () => expect((await readSettings(db)).kindsOff).toEqual(['Place']));
  expect(told).toContain('changed');
  await vi.waitFor(() => expect(box(root, 'settingsKindPlaces')?.checked).toBe(false));
  await check(box(root, 'settingsKindPlaces'), true);
  await vi.waitFor(async () => expect((await readSettings(db)).kindsOff).toEqual([]));
});

it('takes a site by its name or by a whole address, and refuses what is none', async () => {
  const root = await open();
  const sites = root.querySelector('#sites');
  const field = sites?.querySelector('input') ?? null;
  await write(field, 'not a site');
  await click(button(sites ?? root, 'siteAdd'));
  expect(sites?.querySelector('[role=alert]')?.textContent).toBe('siteRefused');
  await write(field, 'https://www.courier.example/a/b?c');
  await click(button(sites ?? root, 'siteAdd'));
  await vi.waitFor(async () => expect((await readSettings(db)).offSites).toEqual(['courier.example']));
  await vi.waitFor(() => expect(sites?.querySelector('li')?.textContent).toBe('courier.example'));
  await click(sites?.querySelector('li button') ?? null);
  await vi.waitFor(async () => expect((await readSettings(db)).offSites).toEqual([]));
});

it('knows the name of a site in what is typed', () => {
  expect(hostIn(' Example.COM/path ')).toBe('example.com');
  expect(hostIn('localhost')).toBe('localhost');
  expect(hostIn('bücher.example')).toBe('xn--bcher-kva.example');
  for (const none of ['', 'word', 'two words', 'javascript:alert(1)', 'file:///etc', 'a..b', '.com']) {
    expect([none, hostIn(none)]).toEqual([none, undefined]);
  }
});

it('keeps light or dark', async () => {
  const root = await open();
  await check(box(root, 'settingsAppearanceDark'), true);
  await vi.waitFor(async () => expect((await readSettings(db)).appearance).toBe('dark'));
});

it('tells which keys do what, and which command has none', async () => {
  const root = await open();
  await vi.waitFor(() => expect(root.querySelector('#shortcuts')?.textContent).toContain('Alt+Shift+L'));
  expect(root.querySelector('#shortcuts')?.textContent).toContain('commandNotesettingsNoKeys');
});

it('tells how much is kept, and deletes it only when the word was typed', async () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const source = 'https://courier.example/harbour';
  const create = { id, target: { source, selector: [] }, article: { url: source, title: 'Harbour' } };
  await saveNote(db, { id, value: 'A note', create }, new Date());
  localStorage.setItem('draft:x', 'words');
  const root = await open();
  await vi.waitFor(() => expect(root.querySelector('#data')?.textContent).toContain('settingsAnnotationCount_one'));
  expect(root.querySelector('#data')?.textContent).toContain('2.5 MB');
  await click(button(root, 'settingsDelete'));
  const dialog = root.querySelector('dialog');
  const last = button(dialog ?? root, 'settingsDelete');
  expect(last?.disabled).toBe(true);
  await write(dialog?.querySelector('input') ?? null, 'del');
  expect(last?.disabled).toBe(true);
  await click(last);
  expect(await countEverything(db)).toEqual({ annotations: 1, articles: 1 });
  await write(dialog?.querySelector('input') ?? null, 'settingsDeleteWord');
  await click(button(dialog ?? root, 'settingsDelete'));
  await vi.waitFor(async () => expect(await countEverything(db)).toEqual({ annotations: 0, articles: 0 }));
  for (const table of db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
  await vi.waitFor(() => expect(root.querySelector('#data [role=status]')?.textContent).toBe('settingsDeleted'));
  expect(localStorage.length).toBe(0);
});

it('shows the log of errors and empties it', async () => {
  logError('popup', new Error('broken'));
  const root = await open();
  await vi.waitFor(() => expect(root.querySelector('textarea')?.value).toContain('Error: broken'));
  await click(button(root, 'settingsClearErrors'));
  await vi.waitFor(() => expect(root.querySelector('#errors')?.textContent).toContain('settingsNoErrors'));
});

it('lists what was said of marks, takes it back, and puts it back', async () => {
  const correction = {
    id: 'a',
    made: '2026-11-20T08:00:00.000Z',
    name: 'Skarn',
    type: 'Person',
    form: 'Skarn',
    reach: 'always',
    fix: { what: 'kind', type: 'Place' },
  } as const;
  await keepCorrection(db, correction);
  const root = await open();
  await vi.waitFor(() => expect(root.querySelector('.correction-list')?.textContent).toContain('saidKind'));
  await click(root.querySelector('.correction-list button'));
  await vi.waitFor(async () => expect((await readLearned(db)).corrections).toEqual([]));
  expect(told).toContain('namesChanged');
  await click(root.querySelector('.undo-bar button'));
  await vi.waitFor(async () => expect((await readLearned(db)).corrections).toEqual([correction]));
});

it('watches a name under all its names, changes it, and gives colours names', async () => {
  const root = await open();
  await vi.waitFor(() => expect(root.querySelector('.watch-form')).not.toBeNull());
  const [name = null, aliases = null] = root.querySelectorAll<HTMLInputElement>('.watch-form input');
  await write(name, 'Tessel Bank');
  await write(aliases, 'TB, the bank');
  await click(button(root, 'watchAdd'));
  await vi.waitFor(async () =>
    expect((await readLearned(db)).watched).toMatchObject([
      { name: 'Tessel Bank', aliases: ['TB', 'the bank'], type: 'Person' },
    ]),
  );
  await vi.waitFor(() => expect(button(root, 'watchChange')).not.toBeNull());
  await click(button(root, 'watchChange'));
  await write(root.querySelector<HTMLInputElement>('li .watch-form input'), 'Tessel');
  await click(button(root, 'watchKeep'));
  await vi.waitFor(async () => expect((await readLearned(db)).watched.map((each) => each.name)).toEqual(['Tessel']));
  const pink = root.querySelectorAll<HTMLInputElement>('.colour-names input')[3] ?? null;
  if (pink !== null) pink.value = ' doubt ';
  await dispatch(pink, byHand(new Event('change', { bubbles: true })));
  await vi.waitFor(async () => expect((await readSettings(db)).colourNames).toEqual({ pink: 'doubt' }));
});
