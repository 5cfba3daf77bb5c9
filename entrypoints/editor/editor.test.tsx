// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftsIn } from '../../components/drafts.ts';
import { click, dispatch, mount, press, write } from '../../components/mounting.ts';
import { profileAddress } from '../../components/platform.ts';
import type { Annotation } from '../../core/annotation.ts';
import type { NamedHere } from '../../core/entities/list-names.ts';
import type { Entity } from '../../core/entities/mention.ts';
import type { Card } from '../../messages/protocol.ts';
import { Editor } from './Editor.tsx';

const person: Entity = { name: 'Tomas Okafor', type: 'Person' };
const named: NamedHere[] = [
  {
    entity: person,
    count: 3,
    forms: [
      { form: 'Okafor', count: 2 },
      { form: 'Tomas Okafor', count: 1 },
    ],
    first: { before: 'said ', words: 'Tomas Okafor', after: ', who' },
  },
  {
    entity: { name: 'Skarn', type: 'Place' },
    count: 1,
    forms: [{ form: 'Skarn', count: 1 }],
    first: { before: 'on ', words: 'Skarn', after: '.' },
  },
];

const told: { name: string; args: unknown[] }[] = [];
let card: Card | undefined;
let failing: boolean;

vi.mock('../../messages/callers.ts', () => {
  const caller = {
    async call(name: string, ...args: unknown[]) {
      told.push({ name, args });
      if (name === 'claimCard') return card;
      if (name === 'stepMention') return 4;
      if (name === 'names') return named;
      if (name === 'correctName') return 'learned';
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

const entityCard: Extract<Card, { kind: 'entity' }> = {
  kind: 'entity',
  tabId: 7,
  colourNames: {},
  entity: { name: '@halvorsen', type: 'Handle', platform: 'bluesky', profileUrl: 'https://bsky.app/profile/halvorsen' },
  count: 7,
  position: 3,
  reason: 'form of a handle',
  mention: annotation.target,
  form: '@halvorsen',
  before: 'wrote ',
  after: ' on',
  notes: [],
  elsewhere: 0,
};

beforeEach(() => {
  told.length = 0;
  failing = false;
  card = { kind: 'annotation', tabId: 7, colourNames: {}, annotation, write: true, knownTags: [] };
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

it('shows the old and the new words of an edited passage', async () => {
  card = {
    kind: 'annotation',
    tabId: 7,
    colourNames: {},
    annotation,
    write: false,
    knownTags: [],
    now: '<b>the</b> letters',
  };
  const root = await open();
  expect(root.querySelector('blockquote')).toBeNull();
  const textOf = (selector: string) => [...root.querySelectorAll(selector)].map((each) => each.textContent);
  expect(textOf('del').join('')).toContain('words');
  expect(textOf('ins').join('')).toContain('letters');
  // What a page says is shown as text.
  expect(root.querySelector('.passage-diff b')).toBeNull();
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

async function openCorrecting(): Promise<HTMLElement> {
  card = { ...entityCard, entity: person, reason: 'a known name, the word before', score: 0.8, form: 'Okafor' };
  const root = await open();
  await dispatch(root.querySelector('details'), new Event('toggle'));
  await vi.waitFor(() => expect(root.querySelector('.correction-form')).not.toBeNull());
  return root;
}

const choose = async (root: ParentNode, label: string): Promise<void> => {
  const choice = [...root.querySelectorAll('.radio-line label')].find((each) => each.textContent === label);
  await dispatch(choice?.querySelector('input') ?? null, new Event('change', { bubbles: true }));
};

it('says in words why a name is marked', async () => {
  expect((await openCorrecting()).querySelector('.card-why p')?.textContent).toBe('whyKnown whyBeside whyLikely');
});

it('learns what is wrong with a mark, says so in its head, and takes it back', async () => {
  const root = await openCorrecting();
  await choose(root, 'correctAlways');
  await click(button(root, 'correctDo'));
  await vi.waitFor(() => expect(root.querySelector('.card-learned')).not.toBeNull());
  const said = { name: 'Tomas Okafor', type: 'Person', form: 'Okafor', before: 'wrote ', after: ' on' };
  expect(callsOf('correctName')).toEqual([
    [7, { ...said, reach: 'always', fix: { what: 'kind', type: 'Organization' } }],
  ]);
  expect(root.querySelector('.entity-kind')?.textContent).toBe('kindOrganization');
  await click(button(root, 'undo'));
  await vi.waitFor(() => expect(callsOf('takeBackCorrection')).toEqual([['learned']]));
  expect(root.querySelector('.entity-kind')?.textContent).toBe('kindPerson');
});

it('joins a name with another one of the article, and sets one of its forms apart', async () => {
  let root = await openCorrecting();
  await choose(root, 'correctSame');
  await click(button(root, 'correctDo'));
  root = await openCorrecting();
  await choose(root, 'correctApart');
  await click(button(root, 'correctDo'));
  await vi.waitFor(() => expect(callsOf('correctName')).toHaveLength(2));
  expect(callsOf('correctName').map(([, said]) => said)).toMatchObject([
    { reach: 'article', fix: { what: 'same-as', to: { name: 'Skarn', type: 'Place' } } },
    { reach: 'article', form: 'Okafor', fix: { what: 'apart' } },
  ]);
});

it('says whose a handle is and what tells its network', async () => {
  card = { ...entityCard, entity: { ...entityCard.entity, evidence: 'a link', owner: 'Tomas Okafor' } };
  const root = await open();
  expect(root.textContent).toContain('evidenceLink');
  await click(button(root, 'Tomas Okafor'));
  await vi.waitFor(() => expect(callsOf('showName')).toEqual([[person, 0]]));
});

it('leads to the page of the name, and says what was written on it in other articles', async () => {
  card = { ...entityCard, elsewhere: 3 };
  const root = await open();
  await click(button(root, 'entityElsewhere_other'));
  await vi.waitFor(() => expect(callsOf('openEntity')).toEqual([[{ name: '@halvorsen', type: 'Handle' }]]));
});
