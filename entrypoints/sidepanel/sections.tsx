// What the panel lists: what stands in the article, passages that were changed, passages that are gone.

import { Button } from '../../components/Button.tsx';
import type { Choice } from '../../components/Choices.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import type { Words } from '../../components/words.ts';
import { noteOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import type { PageState } from '../../messages/protocol.ts';
import type { Section } from '../../places/NoteList.tsx';
import type { Row } from '../../places/rows.ts';
import type { PageNote } from '../../places/use-page-note.tsx';

interface Listed {
  rows: readonly Row[];
  /** Only some of the notes are listed, by the reader's choice. */
  narrowed: boolean;
  /** Undefined while the annotator has not looked at the page. */
  shown: PageState | undefined;
  /** Undefined where nothing can be written. */
  pageNote: PageNote | undefined;
  words: Words;
}

export function panelSections({ rows, narrowed, shown, pageNote, words }: Listed): Section[] {
  const gone = new Set(shown?.notFound);
  const changed = new Set(shown?.edited.map(({ id }) => id));
  const having = (ids: ReadonlySet<string>) => rows.filter((row) => ids.has(row.annotation.id));
  const standing = rows.filter(({ annotation: { id } }) => !gone.has(id) && !changed.has(id));
  const sections: Section[] = [];
  if (pageNote !== undefined || rows.length > 0) {
    sections.push({
      title: words('panelHere'),
      rows: standing,
      action: pageNote !== undefined && !pageNote.editor && (
        <Button label={words('popupPageNote')} icon="note" onPress={pageNote.onOpen} />
      ),
      opening: pageNote?.editor || (rows.length === 0 && <Opening narrowed={narrowed} words={words} />),
    });
  } else
    sections.push({
      title: '',
      rows: [],
      opening: <EmptyState title={words('panelNoArticle')} gesture={words('panelNoArticleGesture')} />,
    });
  const edited = having(changed);
  if (edited.length > 0) sections.push({ title: words('panelChanged'), rows: edited });
  const lost = having(gone);
  if (lost.length > 0) sections.push({ title: words('panelGone'), rows: lost });
  return sections;
}

function Opening({ narrowed, words }: { narrowed: boolean; words: Words }) {
  return narrowed ? (
    <EmptyState title={words('popupNothingFound')} />
  ) : (
    <EmptyState title={words('popupEmptyHere')} gesture={words('popupEmptyHereGesture')} />
  );
}

/** The rows that hold these words and this tag. */
export function rowsWith(rows: readonly Row[], searched: string, tag: string | undefined): readonly Row[] {
  const wanted = folded(searched).split(/\s+/).filter(Boolean);
  return rows.filter(({ annotation }) => {
    const tags = tagsOf(annotation);
    const text = folded(`${quoteOf(annotation)}\n${noteOf(annotation)}\n${tags.join('\n')}`);
    return (tag === undefined || tags.includes(tag)) && wanted.every((word) => text.includes(word));
  });
}

/** The tags in these rows, the most used first. */
export function tagsWithin(rows: readonly Row[]): readonly Choice[] {
  const counts = new Map<string, number>();
  for (const tag of rows.flatMap(({ annotation }) => tagsOf(annotation))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count);
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
