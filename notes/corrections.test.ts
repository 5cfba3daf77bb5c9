import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import type { Correction } from '../core/entities/corrections.ts';
import { checkLearned } from './check-learned.ts';
import { keepCorrection, learnedFor, readLearned, takeBackCorrection, unwatchName, watchName } from './corrections.ts';
import { openDatabase, type PressmarkDatabase } from './database.ts';

let db: PressmarkDatabase;
beforeEach(() => {
  db = openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
});

function correction(id: string, change: Partial<Correction> = {}): Correction {
  return {
    id,
    made: '2026-11-20T08:00:00.000Z',
    name: 'Skarn',
    type: 'Organization',
    form: 'Skarn',
    reach: 'always',
    fix: { what: 'kind', type: 'Place' },
    ...change,
  };
}

it('lists corrections newest first and names to watch by name, and takes them back', async () => {
  await keepCorrection(db, correction('a'));
  await keepCorrection(db, correction('b'));
  await watchName(db, {
    id: 'w',
    name: ' Tessel Bank ',
    aliases: ['TB', ' TB', '', 'Tessel Bank'],
    type: 'Organization',
  });
  const learned = await readLearned(db);
  expect(learned.corrections.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(learned.watched).toEqual([{ id: 'w', name: 'Tessel Bank', aliases: ['TB'], type: 'Organization' }]);
  expect(await takeBackCorrection(db, 'a')).toEqual(correction('a'));
  await unwatchName(db, 'w');
  expect(await readLearned(db)).toEqual({ corrections: [correction('b')], watched: [] });
});

it('gives an article what was said of it and what was said for good', async () => {
  await keepCorrection(db, correction('a', { reach: 'article', article: { addresses: ['one'], title: 'One' } }));
  await keepCorrection(db, correction('b'));
  expect((await learnedFor(db, ['one', 'other'])).corrections.map(({ id }) => id)).toEqual(['b', 'a']);
  expect((await learnedFor(db, ['other'])).corrections.map(({ id }) => id)).toEqual(['b']);
});

it('takes nothing out of a file that is of another shape, and the rest as it is', () => {
  const broken: unknown[] = [
    null,
    'text',
    { ...correction('a'), reach: 'everywhere' },
    { ...correction('a'), fix: { what: 'same-as', to: {} } },
    { ...correction('a'), type: 'Thing' },
    { ...correction('a'), name: 'x'.repeat(3000) },
    { ...correction('a'), reach: 'article' },
    { ...correction('a'), id: 7 },
  ];
  const watched: unknown[] = [{ id: 'w' }, { id: 'w', name: '', aliases: [], type: 'Person' }];
  const mention = correction('b', {
    reach: 'mention',
    fix: { what: 'same-as', to: { name: 'Isle of Skarn', type: 'Place' } },
    article: { addresses: ['one'], title: 'One' },
    before: 'to ',
    after: '.',
  });
  expect(checkLearned({ corrections: [{ ...mention, more: 1 }] }).corrections).toEqual({
    sound: [mention],
    refused: 0,
  });
  const checked = checkLearned({ corrections: broken, watched });
  expect(checked).toEqual({ corrections: { sound: [], refused: 8 }, watched: { sound: [], refused: 2 } });
  expect(checkLearned('no backup at all').corrections).toEqual({ sound: [], refused: 0 });
});
