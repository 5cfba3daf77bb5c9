// Which sections the popup shows: what was found, or this article and then the newest of all.
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { countWords, type Words } from '../../components/words.ts';
import type { Section } from '../../places/NoteList.tsx';
import type { Row, Rows } from '../../places/rows.ts';
import type { PageNote } from '../../places/use-page-note.tsx';

export function foundSection(found: readonly Row[], words: Words): Section {
  if (found.length > 0) return { title: countWords(words, 'popupFound', found.length), rows: found };
  return {
    title: words('popupNothingFound'),
    rows: [],
    opening: <EmptyState title={words('popupNothingFoundGesture')} />,
  };
}

/** @param newNote undefined: not on an article. */
export function listSections(
  { here, newest }: Omit<Rows, 'url'>,
  newNote: PageNote | undefined,
  words: Words,
): Section[] {
  const sections: Section[] = [];
  if (newNote !== undefined || here.length > 0) {
    sections.push({
      title: words('popupHere'),
      rows: here,
      action: newNote && !newNote.editor && (
        <Button label={words('popupPageNote')} icon="note" onPress={newNote.onOpen} />
      ),
      opening:
        newNote?.editor ||
        (here.length === 0 && <EmptyState title={words('popupEmptyHere')} gesture={words('popupEmptyHereGesture')} />),
    });
  }
  if (newest.length > 0) sections.push({ title: words('popupNewest'), rows: newest });
  if (sections.length === 0) {
    const opening = <EmptyState title={words('popupEmptyAll')} gesture={words('popupEmptyAllGesture')} />;
    sections.push({ title: words('popupNewest'), rows: [], opening });
  }
  return sections;
}
