// From the first version of the database to the second: the log of changes is written field by field, and what is
// counted and what was deleted get tables of their own. Runs inside the upgrade's transaction: whole or not at all.
import type { Transaction } from 'dexie';
import { newAnnotationId } from '../core/annotation.ts';
import { addressKey } from './article-url.ts';
import { alikeKeysOf } from './articles.ts';
import { tallyOf } from './book.ts';
import type { Change, Deletion, Edit, Machine, StoredAnnotation, StoredArticle } from './database.ts';
import { valueIn } from './edits.ts';

/** A row of the first version's log: the whole record as it was. */
interface FirstChange {
  annotationId: string;
  kind: string;
  at: number;
  before: StoredAnnotation;
}

const fields: ReadonlyMap<string, Edit['field']> = new Map([
  ['noted', 'note'],
  ['tagged', 'tags'],
  ['coloured', 'colour'],
  ['deleted', 'deleted'],
]);

export async function upgradeToSecond(transaction: Transaction): Promise<void> {
  const machine: Machine = { key: 'machine', id: crypto.randomUUID() };
  await transaction.table('machine').put(machine);
  const tally = tallyOf();
  const deletions: Deletion[] = [];
  await transaction.table<StoredAnnotation>('annotations').each((annotation) => {
    tally.add(undefined, annotation);
    if (annotation.deleted > 0) deletions.push({ id: annotation.id, at: annotation.deleted, origin: machine.id });
  });
  await transaction
    .table<StoredArticle>('articles')
    .toCollection()
    .modify((article) => {
      // Addresses are compared in another form now.
      article.addresses = [...new Set(article.addresses.map((address) => addressKey(`https://${address}`)))];
      article.alike = alikeKeysOf(article);
    });
  await transaction.table('deletions').bulkPut(deletions);
  await transaction.table('entities').bulkPut(tally.entities());
  await transaction.table('counts').put({ key: 'annotations', count: tally.live() });
  await transaction.table('log').bulkPut(await changesOf(transaction, machine.id));
}

async function changesOf(transaction: Transaction, origin: string): Promise<Change[]> {
  const first = await transaction.table<FirstChange>('changes').toArray();
  return first.flatMap(({ annotationId, kind, at, before }) => {
    const field = fields.get(kind);
    const id = newAnnotationId(at);
    return field === undefined ? [] : [{ id, action: id, annotationId, at, origin, before: valueIn(before, field) }];
  });
}
