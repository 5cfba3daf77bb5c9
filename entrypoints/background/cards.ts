// Cards: a page announces one and gets a ticket; the frame of ours that opens there hands the ticket in and learns
// what to show. A ticket is random, good for one use, in one tab, for a minute: a page cannot make a card speak.
import { browser } from 'wxt/browser';
import { entityOf } from '../../core/annotation.ts';
import { alsoNamed } from '../../core/entities/also-named.ts';
import { sameEntity } from '../../core/entities/name-key.ts';
import type { Card, CardRequest } from '../../messages/protocol.ts';
import { checkCardRequest, checkName } from '../../messages/validate.ts';
import type { Sender } from '../../messages/wire.ts';
import { annotationById, annotationOf, annotationsOfArticle } from '../../notes/annotations.ts';
import { readLearned } from '../../notes/corrections.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { countAbout } from '../../notes/notes-naming.ts';
import { readSettings } from '../../notes/settings.ts';
import { listTags } from '../../notes/tags.ts';
import { articleIdOf, tabOf } from './articles.ts';
import { tabAt } from './tabs.ts';
import { toolbarShown } from './toolbar-shown.ts';

interface Ticket {
  tabId: number;
  request: CardRequest;
  /** In ms since 1970. */
  made: number;
  /** The frame was not let in: the card opens in a window of its own. */
  inWindow: boolean;
  /** The frame that has handed it in, and could not be told what it stands for: it alone may ask again. */
  claimedBy?: number;
}

const prefix = 'card:';
const lifetime = 60_000;
const windowSize = { width: 420, height: 480 };
/** Claims of one ticket one after the other: it is good for one. */
const claiming = new Set<string>();

/** Keeps what the card shall show; answers with its ticket. */
export async function openCard(sender: Sender, given: unknown): Promise<string> {
  const request = checkCardRequest(given);
  await forgetOldTickets();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const ticket = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  await keep(ticket, { tabId: tabOf(sender), request, made: Date.now(), inWindow: false });
  return ticket;
}

/** @throws Error 'ticket-unknown' */
export async function openCardInWindow(sender: Sender, given: unknown): Promise<void> {
  const name = checkName(given);
  const ticket = await find(name);
  if (ticket?.tabId !== tabOf(sender) || ticket.claimedBy !== undefined) throw new Error('ticket-unknown');
  await keep(name, { ...ticket, made: Date.now(), inWindow: true });
  // Chromium opens editor.html at its changing address only: the same page has a second name for windows.
  await browser.windows.create({ url: browser.runtime.getURL(`/window.html#${name}`), type: 'popup', ...windowSize });
}

/** What the card shows, for the frame in the tab that announced it, or for the window that was opened for it. */
export async function claimCard(db: PressmarkDatabase, sender: Sender, given: unknown): Promise<Card | undefined> {
  const name = checkName(given);
  if (claiming.has(name)) return undefined;
  claiming.add(name);
  try {
    const ticket = await find(name);
    if (ticket === undefined || !mayClaim(sender, ticket)) return undefined;
    // From here on it is good for this frame alone, also when its content cannot be read now.
    await keep(name, { ...ticket, made: Date.now(), claimedBy: sender.frameId ?? 0 });
    const card = await cardFor(db, ticket);
    await browser.storage.session.remove(prefix + name);
    return card;
  } finally {
    claiming.delete(name);
  }
}

/** Forgets what a closed tab has announced. */
export async function forgetCards(tabId: number): Promise<void> {
  await forget((ticket) => ticket.tabId === tabId && !ticket.inWindow);
}

function mayClaim(sender: Sender, ticket: Ticket): boolean {
  if (ticket.claimedBy !== undefined && ticket.claimedBy !== sender.frameId) return false;
  return ticket.inWindow ? sender.frameId === 0 : sender.tab?.id === ticket.tabId && sender.frameId !== 0;
}

async function cardFor(db: PressmarkDatabase, { tabId, request }: Ticket): Promise<Card | undefined> {
  const settings = await readSettings(db);
  const common = { tabId, colourNames: settings.colourNames };
  switch (request.kind) {
    case 'annotation': {
      const stored = await annotationById(db, request.id);
      if (stored === undefined) return undefined;
      const { write, now } = request;
      const card = {
        kind: 'annotation',
        annotation: annotationOf(stored),
        write,
        knownTags: await listTags(db),
      } as const;
      return { ...common, ...card, ...(now === undefined ? {} : { now }) };
    }
    case 'toolbar': {
      const host = URL.parse((await tabAt(tabId))?.url ?? '')?.hostname ?? '';
      return { ...common, ...request, host, shown: toolbarShown(settings, host) };
    }
    case 'entity': {
      const articleId = await articleIdOf(db, await tabAt(tabId));
      const all = articleId === undefined ? [] : await annotationsOfArticle(db, articleId);
      const { corrections, watched } = await readLearned(db);
      const names = alsoNamed(request.entity, corrections, watched);
      const notes = all.filter((each) => {
        const entity = entityOf(each);
        return entity !== undefined && names.some((name) => sameEntity(name, entity));
      });
      const elsewhere = Math.max(0, (await countAbout(db, names)) - notes.length);
      return { ...request, ...common, notes: notes.map(annotationOf), elsewhere };
    }
  }
}

async function find(name: string): Promise<Ticket | undefined> {
  const ticket = (await browser.storage.session.get<Record<string, Ticket>>(prefix + name))[prefix + name];
  return ticket !== undefined && Date.now() - ticket.made <= lifetime ? ticket : undefined;
}

async function keep(name: string, ticket: Ticket): Promise<void> {
  await browser.storage.session.set({ [prefix + name]: ticket });
}

async function forgetOldTickets(): Promise<void> {
  const now = Date.now();
  await forget((ticket) => now - ticket.made > lifetime);
}

async function forget(which: (ticket: Ticket) => boolean): Promise<void> {
  const stored = await browser.storage.session.get<Record<string, Ticket>>(null);
  const names = Object.entries(stored).filter(([key, ticket]) => key.startsWith(prefix) && which(ticket));
  await browser.storage.session.remove(names.map(([key]) => key));
}
