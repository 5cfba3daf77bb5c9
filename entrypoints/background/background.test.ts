// The background as its callers see it: through its handlers, on a fake browser and a database in memory.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type NewAnnotation, newAnnotationId, type Selector } from '../../core/annotation.ts';
import type { Sender } from '../../messages/wire.ts';
import { annotationById, newestAnnotations } from '../../notes/annotations.ts';
import { openDatabase, type PressmarkDatabase } from '../../notes/database.ts';
import { listAnnotations, openArticle } from './articles.ts';
import { claimCard, openCard, openCardInWindow } from './cards.ts';
import { placeFromPage, saveFromEditor, saveFromPage, undoFromPage } from './saving.ts';
import { articleSpotted, tabState } from './spotting.ts';
import { tabAt } from './tabs.ts';

const url = 'https://news.example/story';
const article = { url, title: 'Harbour wall to be rebuilt' };

let db: PressmarkDatabase;
const sent: { tabId: number; name: string }[] = [];

/** A content script in a tab. */
function page(id: number, at = url): Sender {
  return { id: fakeBrowser.runtime.id, frameId: 0, url: at, tab: { id, url: at, title: 'Tab' } } as Sender;
}

/** Our editor, framed in a tab's page. */
function frame(id: number): Sender {
  return { ...page(id), frameId: 5, url: fakeBrowser.runtime.getURL('/editor.html') };
}

function annotation(source = url): NewAnnotation {
  const quote = { type: 'TextQuoteSelector' as const, exact: 'the wall', prefix: '', suffix: '' };
  return { id: newAnnotationId(Date.now()), colour: 'green', target: { source, selector: [quote] } };
}

beforeEach(() => {
  fakeBrowser.reset();
  db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  sent.length = 0;
  vi.spyOn(fakeBrowser.action, 'setIcon').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('');
  const tabs: { sendMessage(tabId: number, message: { name: string }): Promise<unknown> } = fakeBrowser.tabs;
  vi.spyOn(tabs, 'sendMessage').mockImplementation(async (tabId, { name }) => {
    sent.push({ tabId, name });
    return { ok: true };
  });
});

describe('an article in a tab', () => {
  it('leaves nothing in the database until something is kept of it', async () => {
    expect(await openArticle(db, page(1), article)).toEqual({
      annotations: [],
      settings: {
        marksShown: true,
        kindsOff: [],
        firstOnly: false,
        toolbarShown: true,
        appearance: 'auto',
        colourNames: {},
      },
    });
    expect(await db.articles.count()).toBe(0);
    expect(await tabAt(1)).toMatchObject({ url, article });
  });

  it('shows its annotations without the reader’s words', async () => {
    await openArticle(db, page(1), article);
    const made = annotation();
    await saveFromPage(db, page(1), made);
    await saveFromEditor(db, { id: made.id, value: 'SECRET', base: '' });
    const opened = await openArticle(db, page(2), article);
    expect(opened.annotations).toEqual([{ id: made.id, colour: 'green', target: made.target, hasNote: true }]);
    expect(JSON.stringify(await listAnnotations(db, page(2)))).not.toContain('SECRET');
  });

  it('in other tabs is told of a change; other articles are not', async () => {
    await openArticle(db, page(1), article);
    await openArticle(db, page(2), article);
    await openArticle(db, page(3, 'https://news.example/other'), { url: 'https://news.example/other', title: 'Other' });
    await saveFromPage(db, page(1), annotation());
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent).toEqual([1, 2].map((tabId) => ({ tabId, name: 'articleChanged' })));
  });
});

describe('a passage that the reader has placed', () => {
  const elsewhere = (exact: string): Selector[] => [
    { type: 'TextQuoteSelector', exact, prefix: 'under ', suffix: ' again' },
  ];

  it('is kept where it was placed, and comes back by undo', async () => {
    await openArticle(db, page(1), article);
    const made = annotation();
    await saveFromPage(db, page(1), made);
    const { changeId } = await placeFromPage(db, page(1), made.id, elsewhere('The  wall'));
    expect((await annotationById(db, made.id))?.target.selector).toEqual(elsewhere('The  wall'));
    await undoFromPage(db, page(1), changeId);
    expect((await annotationById(db, made.id))?.target.selector).toEqual(made.target.selector);
  });

  it.each([
    ['onto other words', 1, elsewhere('the door')],
    ['by another article', 2, elsewhere('the wall')],
    ['onto nothing', 1, []],
  ])('is not moved %s', async (_case, tab, selector) => {
    await openArticle(db, page(1), article);
    const other = 'https://news.example/other';
    await openArticle(db, page(2, other), { url: other, title: 'Other' });
    const made = annotation();
    await saveFromPage(db, page(1), made);
    await expect(placeFromPage(db, page(tab), made.id, selector)).rejects.toThrow('invalid-message');
    expect((await annotationById(db, made.id))?.target.selector).toEqual(made.target.selector);
  });
});

describe('while the database cannot be opened', () => {
  beforeEach(() => {
    const broken = new IDBFactory();
    vi.spyOn(broken, 'open').mockImplementation(() => {
      throw new DOMException('', 'UnknownError');
    });
    db = openDatabase({ indexedDB: broken, IDBKeyRange });
  });

  it('an article is annotated all the same, and known as one', async () => {
    const scripting: { executeScript(injection: object): Promise<unknown[]> } = fakeBrowser.scripting;
    const load = vi.spyOn(scripting, 'executeScript').mockResolvedValue([]);
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 1, url } as never);
    await articleSpotted(db, page(1));
    expect(load).toHaveBeenCalledOnce();
    expect(await tabState(db, 1)).toEqual({ page: 'article', url });
  });

  it('whoever asks for notes or makes one is told', async () => {
    await expect(openArticle(db, page(1), article)).rejects.toThrow('database-unavailable');
    await expect(saveFromPage(db, page(1), annotation())).rejects.toThrow('database-unavailable');
  });
});

describe('a hijacked page', () => {
  const other = 'https://news.example/other';

  it('can open no article but the one at its own address', async () => {
    await openArticle(db, page(1), { url: 'https://bank.example/', title: 'Bank' });
    expect((await tabAt(1))?.url).toBe(url);
  });

  it('can keep annotations on its own site alone', async () => {
    await openArticle(db, page(1), article);
    await expect(saveFromPage(db, page(1), annotation('https://other.example/story'))).rejects.toThrow(
      'invalid-message',
    );
    expect(await db.annotations.count()).toBe(0);
  });

  it('files a highlight with the article that it was made on, also when the page has gone on by itself', async () => {
    await openArticle(db, page(1), article);
    await openArticle(db, page(1, 'https://news.example/next'), { url: 'https://news.example/next', title: 'Next' });
    const made = annotation(url);
    await saveFromPage(db, page(1, 'https://news.example/next'), made);
    const kept = await annotationById(db, made.id);
    expect(kept?.target.source).toBe(url);
    expect((await db.articles.get(kept?.articleId ?? ''))?.url).toBe(url);
  });

  it('cannot change an annotation by saving its id again', async () => {
    await openArticle(db, page(1), article);
    const made = annotation();
    await saveFromPage(db, page(1), made);
    await openArticle(db, page(2, other), { url: other, title: 'Other' });
    await saveFromPage(db, page(2, other), { ...made, colour: 'pink' });
    expect(await newestAnnotations(db, 5)).toMatchObject([{ colour: 'green', target: { source: url } }]);
  });

  it('cannot take back changes of another article', async () => {
    await openArticle(db, page(1), article);
    const made = annotation();
    const { changeId } = await saveFromPage(db, page(1), made);
    await openArticle(db, page(2, other), { url: other, title: 'Other' });
    await expect(undoFromPage(db, page(2, other), changeId)).rejects.toThrow('invalid-message');
    expect(await annotationById(db, made.id)).toBeDefined();
    await undoFromPage(db, page(1), changeId);
    expect(await annotationById(db, made.id)).toBeUndefined();
  });

  it('is refused what makes no sense', async () => {
    await expect(saveFromPage(db, page(1), { id: 'x' })).rejects.toThrow('invalid-message');
    await expect(openArticle(db, page(1), 'x')).rejects.toThrow('invalid-message');
  });
});

describe('a card', () => {
  async function ticketFor(id: string): Promise<string> {
    return openCard(page(1), { kind: 'annotation', id, write: true });
  }

  async function kept(): Promise<string> {
    await openArticle(db, page(1), article);
    const made = annotation();
    await saveFromPage(db, page(1), made);
    return made.id;
  }

  it('is shown once, to the frame in the tab that announced it', async () => {
    const id = await kept();
    const ticket = await ticketFor(id);
    expect(ticket).toMatch(/^[0-9a-f]{32}$/);
    expect(await claimCard(db, frame(2), ticket)).toBeUndefined();
    const card = await claimCard(db, frame(1), ticket);
    expect(card).toMatchObject({ kind: 'annotation', tabId: 1, write: true, annotation: { id } });
    expect(card).not.toHaveProperty('annotation.articleId');
    expect(await claimCard(db, frame(1), ticket)).toBeUndefined();
    expect(await claimCard(db, frame(1), 'guessed')).toBeUndefined();
  });

  it('is shown to one of two that claim it at once', async () => {
    const ticket = await ticketFor(await kept());
    const cards = await Promise.all([claimCard(db, frame(1), ticket), claimCard(db, frame(1), ticket)]);
    expect(cards.filter((each) => each !== undefined)).toHaveLength(1);
  });

  it('is not shown a minute later', async () => {
    const ticket = await ticketFor(await kept());
    const later = Date.now() + 61_000;
    const clock = vi.spyOn(Date, 'now').mockReturnValue(later);
    expect(await claimCard(db, frame(1), ticket)).toBeUndefined();
    clock.mockRestore();
  });

  it('whose content could not be read is shown to the same frame when it asks again, and to no other', async () => {
    const ticket = await ticketFor(await kept());
    vi.spyOn(db.annotations, 'get').mockRejectedValueOnce(new DOMException('', 'UnknownError'));
    await expect(claimCard(db, frame(1), ticket)).rejects.toThrow('database-unavailable');
    expect(await claimCard(db, { ...frame(1), frameId: 6 }, ticket)).toBeUndefined();
    await expect(openCardInWindow(page(1), ticket)).rejects.toThrow('ticket-unknown');
    expect(await claimCard(db, frame(1), ticket)).toMatchObject({ kind: 'annotation' });
    expect(await claimCard(db, frame(1), ticket)).toBeUndefined();
  });

  it('opens in a window for the page that announced it, and is then shown there', async () => {
    const ticket = await ticketFor(await kept());
    const create = vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue(undefined);
    await expect(openCardInWindow(page(2), ticket)).rejects.toThrow('ticket-unknown');
    await openCardInWindow(page(1), ticket);
    expect(create).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ type: 'popup' }));
    const inWindow = { ...frame(9), frameId: 0 };
    expect(await claimCard(db, inWindow, ticket)).toMatchObject({ tabId: 1 });
  });

  it('on an entity brings its notes', async () => {
    await openArticle(db, page(1), article);
    const entity = { name: 'Maria Keller', type: 'Person' as const };
    const create = { ...annotation(), entity };
    await saveFromEditor(db, { id: create.id, value: 'The mayor.', create });
    expect((await db.articles.toArray()).map((each) => each.title)).toEqual([article.title]);
    const words = { form: 'Ana Lindqvist', before: '', after: '' };
    const about = { kind: 'entity', entity, count: 2, position: 1, reason: 'name', mention: create.target, ...words };
    const ticket = await openCard(page(1), about);
    expect(await claimCard(db, frame(1), ticket)).toMatchObject({ ...about, notes: [{ id: create.id }] });
  });
});
