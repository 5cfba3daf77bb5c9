// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftsIn } from '../../components/drafts.ts';
import { click, mount, press, write } from '../../components/mounting.ts';
import type { Annotation } from '../../core/annotation.ts';
import type { Card } from '../../messages/protocol.ts';
import { Editor } from './Editor.tsx';
import { profileAddress } from './platform.ts';

const told: { name: string; args: unknown[] }[] = [];
let card: Card | undefined;
let failing: boolean;

vi.mock('../../messages/callers.ts', () => {
  const caller = {
    async call(name: string, ...args: unknown[]) {
      told.push({ name, args });
      if (name === 'claimCard') return card;
      if (name === 'stepMention') return 4;
      if (failing && name === 'saveNote') throw new Error('storage-full');
      return { changeId: 'change' };
    },
  };
  return { ownBackground: caller, pageIn: () => caller };
});

const annotation: Annotation = {
  id: 'a',
  type: 'Annotation',
  motivation: 'commenting',
  created: '2026-01-02T10:00:00Z',
  modified: '2026-01-02T10:00:00Z',
  colour: 'green',
  body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'kept' }],
  target: {
    source: 'https://courier.example/a',
    selector: [{ type: 'TextQuoteSelector', exact: 'the quoted words', prefix: '', suffix: '' }],
  },
};

const entityCard: Card = {
  kind: 'entity',
  tabId: 7,
  entity: { name: '@halvorsen', type: 'Handle', platform: 'bluesky', profileUrl: 'https://bsky.app/profile/halvorsen' },
  count: 7,
  position: 3,
  reason: 'form of a handle',
  mention: annotation.target,
  notes: [],
};

beforeEach(() => {
  told.length = 0;
  failing = false;
  card = { kind: 'annotation', tabId: 7, annotation, write: true };
  localStorage.clear();
});
afterEach(() => void mount(null));

async function open(ticket = 'ticket'): Promise<HTMLElement> {
  const root = mount(<Editor ticket={ticket} framed drafts={draftsIn(localStorage)} />);
  await vi.waitFor(() => expect(root.textContent).not.toContain('editorLoading'));
  return root;
}

const button = (root: ParentNode, label: string): Element | null =>
  [...root.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === label,
  ) ?? null;

const callsOf = (name: string): unknown[][] => told.filter((each) => each.name === name).map((each) => each.args);

it('shows one sentence and nothing else without a ticket, or with one that is not known', async () => {
  expect((await open('')).textContent).toBe('editorNoTicket');
  expect(callsOf('claimCard')).toEqual([]);
  card = undefined;
  expect((await open('stale')).textContent).toBe('editorNoTicket');
});

it('shows the passage and puts the cursor into its note', async () => {
  const root = await open();
  expect(root.querySelector('blockquote')?.textContent).toBe('the quoted words');
  expect(root.querySelector('textarea')?.value).toBe('kept');
  expect(document.activeElement).toBe(root.querySelector('textarea'));
});

it('saves the words before Escape closes the card', async () => {
  const root = await open();
  await write(root.querySelector('textarea'), 'new words');
  await press(root.querySelector('textarea'), 'Escape');
  await vi.waitFor(() => expect(callsOf('closeCard')).toHaveLength(1));
  expect(callsOf('saveNote')).toEqual([[{ id: 'a', value: 'new words', base: 'kept' }]]);
});

it('stays open once when the words cannot be saved, and keeps them for the next time', async () => {
  failing = true;
  const root = await open();
  await write(root.querySelector('textarea'), 'new words');
  await click(button(root, 'close'));
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')).not.toBeNull());
  expect(callsOf('closeCard')).toEqual([]);
  await click(button(root, 'close'));
  await vi.waitFor(() => expect(callsOf('closeCard')).toHaveLength(1));
  mount(null);
  failing = false;
  expect((await open()).querySelector('textarea')?.value).toBe('new words');
});

it('deletes, offers to undo it in the page, and closes', async () => {
  const root = await open();
  await click(button(root, 'delete'));
  await vi.waitFor(() => expect(callsOf('closeCard')).toHaveLength(1));
  expect(callsOf('deleteAnnotation')).toEqual([['a']]);
  expect(callsOf('offerUndo')).toEqual([['change', 'deleted']]);
});

it('shows who an entity is, and goes through its mentions', async () => {
  card = entityCard;
  const root = await open();
  expect(root.querySelector('h1')?.textContent).toBe('@halvorsen');
  expect(root.querySelector('a')?.getAttribute('rel')).toBe('noopener noreferrer');
  await click(button(root, 'entityNext'));
  expect(callsOf('stepMention')).toEqual([[1]]);
});

it('makes a note on an entity with its first words', async () => {
  card = entityCard;
  const root = await open();
  await click(button(root, 'editorWriteOn'));
  expect(callsOf('saveNote')).toEqual([]);
  await write(root.querySelector('textarea'), 'who is this');
  await press(root.querySelector('textarea'), 'Escape');
  await vi.waitFor(() => expect(callsOf('closeCard')).toHaveLength(1));
  const [saved] = callsOf('saveNote')[0] ?? [];
  expect(saved).toMatchObject({
    value: 'who is this',
    create: { target: annotation.target, entity: { name: '@halvorsen', type: 'Handle' } },
  });
});

it('links a profile only when it is a web address', () => {
  expect(profileAddress('https://bsky.app/profile/a')).toBe('https://bsky.app/profile/a');
  expect(profileAddress('javascript:alert(1)')).toBeUndefined();
  expect(profileAddress('no address')).toBeUndefined();
  expect(profileAddress(undefined)).toBeUndefined();
});
