import { expect, test } from 'vitest';
import { ownersOf, type PossibleOwner } from './handle-owners.ts';
import { findHandles } from './handles.ts';
import { tokenise } from './tokens.ts';

/** The owners of all handles of a text, in which "[PER Rin Tamm]" marks the names. */
function owners(marked: string): (string | undefined)[] {
  const named: PossibleOwner[] = [];
  let text = '';
  for (const part of marked.split(/(\[\w+ [^\]]+\])/u)) {
    const [, type, name] = /^\[(\w+) ([^\]]+)\]$/u.exec(part) ?? [];
    const start = text.length;
    text += name ?? part;
    if (name !== undefined) named.push({ start, end: text.length, person: type === 'PER', name });
  }
  return ownersOf(text, findHandles({ text, links: [] }, tokenise(text)), named);
}

test.each([
  ['the letters of a surname', 'In a thread [PER Rin Tamm] explained it. “Look,” @prof_tamm99 wrote.', ['Rin Tamm']],
  ['an initial and a surname', 'So says [PER Ana Orr]. More from @aorr soon.', ['Ana Orr']],
  ['the letters of an organisation', 'Delays hit [ORG Quay Bus] today, said @QuayBusHelp.', ['Quay Bus']],
  ['initials', 'The [ORG Ellery Port Authority] (@EPA) closed it.', ['Ellery Port Authority']],
  ['accents left out', '[PER Zoë Müller] is @zoemuller now.', ['Zoë Müller']],
  ['a name right before it', 'The curator, [PER Rin Tamm] (@mapsandmore), dated it.', ['Rin Tamm']],
  ['a pronoun', 'The mayor, [PER Rin Tamm], spoke on his Telegram channel, @ellerytoday.', ['Rin Tamm']],
  ['words that say so', '[PER Rin Tamm], who now posts as @saltandwind, agreed.', ['Rin Tamm']],
  ['an office', 'The mayor’s office, @hallofellery, said no.', ['mayor’s office']],
  ['the body that it serves', '@tide_now – the tide service of the [ORG Ellery Port]', ['Ellery Port']],
  ['a name spelt by it that was not recognised', 'By Petr Holý (@petrholy)', ['Petr Holý']],
])('%s tells the owner', (_, marked, expected) => {
  expect(owners(marked)).toEqual(expected);
});

test.each([
  ['a name elsewhere in the sentence', '[PER Rin Tamm] was answered by a user called @stormwatch last night.'],
  ['a name in another sentence', '[PER Rin Tamm] left. Footage published by @stormwatch was wrong.'],
  ['a forum', '[PER Rin Tamm] wrote on r/tamm yesterday.'],
])('%s does not', (_, marked) => {
  expect(owners(marked)).toEqual([undefined]);
});
