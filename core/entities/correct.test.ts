import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctedReason, correctRecognition, watchedReason } from './correct.ts';
import { type Correction, contextOf, correctionsFor, type Fix, type Reach } from './corrections.ts';
import type { Entity, Recognition } from './mention.ts';

const text =
  'Tomas Okafor leads the league. Okafor sailed to Skarn. Lincoln met Okafor in Lincoln, wrote @tomasok. Skarn waits.';
const here = 'courier.example/ferry';

/** Marks every occurrence of the words as one entity. */
function recognition(...found: { entity: Entity; forms: string[] }[]): Recognition {
  const mentions = found.flatMap(({ entity: { type }, forms }, entity) =>
    forms.flatMap((form) =>
      [...text.matchAll(new RegExp(`${form}`, 'g'))].map(({ index }) => ({
        start: index,
        end: index + form.length,
        type,
        score: 0.8,
        reason: 'the word',
        entity,
      })),
    ),
  );
  // "Okafor" in "Tomas Okafor" is no mention of its own.
  const apart = mentions.filter(
    (one) => !mentions.some((two) => two !== one && two.start <= one.start && two.end >= one.end),
  );
  return {
    mentions: apart.sort((one, other) => one.start - other.start),
    entities: found.map(({ entity }) => entity),
    coverage: 'all',
  };
}

const found = recognition(
  { entity: { name: 'Tomas Okafor', type: 'Person' }, forms: ['Tomas Okafor', 'Okafor'] },
  { entity: { name: 'Skarn', type: 'Organization' }, forms: ['Skarn'] },
  { entity: { name: 'Lincoln', type: 'Person' }, forms: ['Lincoln'] },
  { entity: { name: '@tomasok', type: 'Handle', platform: 'x' }, forms: ['@tomasok'] },
);

let count = 0;
function correction(name: string, reach: Reach, fix: Fix, form = name, nth = 0): Correction {
  const start = [...text.matchAll(new RegExp(form, 'g'))][nth]?.index ?? 0;
  return {
    id: String(++count).padStart(8, '0'),
    made: '2026-11-20T08:00:00Z',
    name,
    type: 'Person',
    form,
    reach,
    fix,
    ...(reach === 'always' ? {} : { article: { addresses: [here], title: '' } }),
    ...(reach === 'mention' ? contextOf(text, start, start + form.length) : {}),
  };
}

function corrected(...corrections: Correction[]): string[] {
  return shown(correctRecognition(text, found, [], correctionsFor(corrections, [here])));
}

function shown({ mentions, entities }: Recognition): string[] {
  return entities.map(
    ({ name, type }, index) => `${type} ${name} ${mentions.filter(({ entity }) => entity === index).length}`,
  );
}

describe('a correction', () => {
  test('of the kind holds for the whole entity, and says so', () => {
    const result = correctRecognition(
      text,
      found,
      [],
      [correction('Skarn', 'always', { what: 'kind', type: 'Place' })],
    );
    expect(shown(result)).toContain('Place Skarn 2');
    expect(result.mentions.filter(({ type }) => type === 'Place').map(({ reason }) => reason)).toEqual([
      correctedReason,
      correctedReason,
    ]);
  });

  test('for one mention leaves the others as they are', () => {
    expect(corrected(correction('Lincoln', 'mention', { what: 'kind', type: 'Place' }, 'Lincoln', 1))).toEqual(
      expect.arrayContaining(['Person Lincoln 1', 'Place Lincoln 1']),
    );
    expect(corrected(correction('Lincoln', 'mention', { what: 'not-a-name' }))).toContain('Person Lincoln 1');
  });

  test('takes away what is no name', () => {
    expect(corrected(correction('Lincoln', 'article', { what: 'not-a-name' })).join()).not.toContain('Lincoln');
  });

  test('joins two names, and another one that was joined to the first', () => {
    const to = { name: 'Tomas Okafor', type: 'Person' } as const;
    expect(corrected(correction('Lincoln', 'always', { what: 'same-as', to }))).toContain('Person Tomas Okafor 5');
  });

  test('gives an alias its name where the name itself is not in the text', () => {
    const to = { name: 'Abraham Lincoln', type: 'Person' } as const;
    expect(corrected(correction('Lincoln', 'always', { what: 'same-as', to }))).toContain('Person Abraham Lincoln 2');
  });

  test('ties a handle to its owner and keeps what is known of it', () => {
    const to = { name: 'Tomas Okafor', type: 'Person' } as const;
    const fix = correction('@tomasok', 'always', { what: 'same-as', to });
    expect(correctRecognition(text, found, [], [fix]).entities).toContainEqual({
      name: '@tomasok',
      type: 'Handle',
      platform: 'x',
      owner: 'Tomas Okafor',
    });
  });

  test('sets one form of a name apart, or one mention', () => {
    expect(corrected(correction('Tomas Okafor', 'article', { what: 'apart' }, 'Okafor'))).toEqual(
      expect.arrayContaining(['Person Tomas Okafor 1', 'Person Okafor 2']),
    );
    expect(corrected(correction('Lincoln', 'mention', { what: 'apart' }, 'Lincoln', 1))).toEqual(
      expect.arrayContaining(['Person Lincoln 1', 'Person Lincoln (2) 1']),
    );
  });

  test('that is closer has the last word', () => {
    const close = correction('Skarn', 'article', { what: 'kind', type: 'Person' });
    const general = correction('Skarn', 'always', { what: 'kind', type: 'Place' });
    expect(corrected(close, general)).toContain('Person Skarn 2');
  });

  test('for another article does nothing here', () => {
    const elsewhere = {
      ...correction('Skarn', 'article', { what: 'not-a-name' }),
      article: { addresses: ['b'], title: '' },
    };
    expect(corrected(elsewhere)).toEqual(shown(found));
  });

  test('of a mention whose surroundings were edited is found by one side, and by none never guessed', () => {
    const fix = correction('Lincoln', 'mention', { what: 'not-a-name' }, 'Lincoln', 1);
    expect(corrected({ ...fix, before: 'edited' })).toContain('Person Lincoln 1');
    expect(corrected({ ...fix, before: 'edited', after: 'edited' })).toContain('Person Lincoln 2');
  });
});

test('a watched name is marked whatever was found there, and takes the mentions of that name with it', () => {
  const watched = { id: 'w', name: 'Captain Okafor', aliases: ['Tomas Okafor', 'the league'], type: 'Person' } as const;
  const result = correctRecognition(text, found, [watched], []);
  expect(shown(result)).toContain('Person Captain Okafor 4');
  expect(result.mentions.filter(({ reason }) => reason === watchedReason)).toHaveLength(2);
});

test('whatever is corrected, mentions stay in order and apart and each has its entity', () => {
  const names = fc.constantFrom('Tomas Okafor', 'Skarn', 'Lincoln', '@tomasok', 'Okafor');
  const types = fc.constantFrom('Person', 'Place', 'Handle', 'Organization', 'Hashtag');
  const fixes: fc.Arbitrary<Fix> = fc.oneof(
    types.map((type): Fix => ({ what: 'kind', type })),
    fc.constant<Fix>({ what: 'not-a-name' }),
    fc.constant<Fix>({ what: 'apart' }),
    fc.tuple(names, types).map(([name, type]): Fix => ({ what: 'same-as', to: { name, type } })),
  );
  const reach = fc.constantFrom<Reach>('mention', 'article', 'always');
  const one = fc.tuple(names, reach, fixes, names).map(([name, far, fix, form]) => correction(name, far, fix, form));
  const watched = fc.array(names.map((name) => ({ id: name, name, aliases: [], type: 'Place' as const })));
  fc.assert(
    fc.property(fc.array(one), watched, (all, watch) => {
      const { mentions, entities } = correctRecognition(text, found, watch, correctionsFor(all, [here]));
      let last = 0;
      for (const { start, end, entity, type } of mentions) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(entities[entity]?.type).toBe(type);
        last = end;
      }
      expect(new Set(mentions.map(({ entity }) => entity)).size).toBe(entities.length);
    }),
  );
});
