// Who reaches which call of the background, as messages travel: through the real gates, by every kind of sender.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newAnnotationId } from '../../core/annotation.ts';
import type { Channel, Sender } from '../../messages/wire.ts';
import { newestAnnotations, saveNote } from '../../notes/annotations.ts';
import { openDatabase, type PressmarkDatabase } from '../../notes/database.ts';
import { answerOwnPages, answerPages } from './answers.ts';

const url = 'https://news.example/story';
const id = newAnnotationId(0);
const tab = { id: 3, url };
/** What only our own pages may ask for. */
const ownCalls: [string, unknown[]][] = [
  ['claimCard', ['0123456789abcdef']],
  ['saveNote', [{ id, value: 'forged', base: 'SECRET' }]],
  ['setColour', [id, 'pink']],
  ['deleteAnnotation', [id]],
  ['undo', [`${id}/0`]],
  ['changed', []],
  ['annotateAnyway', [3]],
  ['showAnnotation', [id]],
  ['tabState', [3]],
  ['callPage', [3, {}]],
];
const pageCalls = [
  'articleSpotted',
  'openArticle',
  'listAnnotations',
  'recognise',
  'saveAnnotation',
  'undo',
  'openCard',
  'openCardInWindow',
  'styleHighlights',
];

let db: PressmarkDatabase;
let own: string;

function sender(parts: object): Sender {
  return { id: fakeBrowser.runtime.id, ...parts } as Sender;
}

/** The answer, or undefined when no handler took the message. */
function deliver(channel: Channel, name: string, args: unknown[], from: Sender): Promise<unknown> {
  return new Promise((resolve) => {
    fakeBrowser.runtime.onMessage
      .trigger({ pressmark: channel, name, args }, from, resolve)
      .then((taken) => taken.some((each: unknown) => each === true) || resolve(undefined))
      .catch(resolve);
  });
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.spyOn(fakeBrowser.action, 'setIcon').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('');
  own = fakeBrowser.runtime.getURL('/').replace(/\/$/, '');
  db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  await saveNote(db, { id, value: 'SECRET', create: { id, target: { source: url, selector: [] } } }, new Date());
  answerPages(db);
  answerOwnPages(db);
});

describe('a call of our own pages', () => {
  const strangers: [string, () => Sender][] = [
    ['a content script', () => sender({ tab, frameId: 0, url, origin: 'https://news.example' })],
    ['a content script in a frame', () => sender({ tab, frameId: 2, url })],
    ['a content script that claims our origin', () => sender({ tab, frameId: 0, url, origin: own })],
    ['another extension', () => sender({ id: 'another', url: 'chrome-extension://another/popup.html' })],
    ['another extension with our address', () => sender({ id: 'another', url: `${own}/popup.html`, origin: own })],
    ['a sandboxed frame at our address', () => sender({ tab, frameId: 2, url: `${own}/editor.html`, origin: 'null' })],
    ['a sender that nobody names', () => sender({})],
  ];
  for (const [who, from] of strangers) {
    it.each(ownCalls)(`is not answered to ${who}: %s`, async (name, args) => {
      expect(await deliver('extension-to-background', name, args, from())).toBeUndefined();
      const [kept] = await newestAnnotations(db, 5);
      expect(kept).toMatchObject({ deleted: 0, body: [{ value: 'SECRET' }] });
      expect(kept).not.toHaveProperty('colour');
    });
  }

  it('is not there on the channel of content scripts', async () => {
    const page = sender({ tab, frameId: 0, url });
    for (const [name, args] of ownCalls.filter(([each]) => !pageCalls.includes(each))) {
      expect(await deliver('page-to-background', name, args, page)).toBeUndefined();
    }
  });

  it('is answered to the popup', async () => {
    const popup = sender({ url: `${own}/popup.html`, origin: own });
    expect(await deliver('extension-to-background', 'setColour', [id, 'pink'], popup)).toMatchObject({ ok: true });
  });
});

describe('a call of content scripts', () => {
  it.each(pageCalls)('is not answered to a frame, another extension or a page of ours: %s', async (name) => {
    const others = [
      sender({ tab, frameId: 2, url }),
      sender({ tab, frameId: 0, url, id: 'another' }),
      sender({ tab, frameId: 4, url: `${own}/editor.html`, origin: own }),
      sender({ tab, frameId: 0, url: 'file:///home/reader/story.html' }),
      sender({ frameId: 0, url }),
    ];
    for (const other of others) expect(await deliver('page-to-background', name, [{}], other)).toBeUndefined();
  });

  it('never brings the reader’s words', async () => {
    const page = sender({ tab, frameId: 0, url });
    const opened = await deliver('page-to-background', 'openArticle', [{ url, title: 'Story' }], page);
    expect(opened).toMatchObject({ ok: true, value: { annotations: [{ id, hasNote: true }] } });
    const listed = await deliver('page-to-background', 'listAnnotations', [url], page);
    expect(JSON.stringify([opened, listed])).not.toContain('SECRET');
  });
});
