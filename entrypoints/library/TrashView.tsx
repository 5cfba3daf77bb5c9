// What was deleted in the last 30 days, and the way back.
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { NoteText } from '../../components/NoteText.tsx';
import { RowSubject } from '../../components/RowSubject.tsx';
import { fullDate } from '../../components/when.ts';
import { countWords, useWords } from '../../components/words.ts';
import { listTrash, trashDays } from '../../notes/trash.ts';
import type { Notebook } from '../../places/notebook.ts';
import { useLive } from '../../places/use-live.ts';
import type { Deeds } from './use-deeds.ts';

/** So many are listed, the last deleted. */
const limit = 500;

export function TrashView({ notebook, deeds }: { notebook: Notebook; deeds: Deeds }) {
  const words = useWords();
  const { value: deleted, error, retry } = useLive(() => listTrash(notebook.db, limit), [notebook.db]);
  const restore = (ids: readonly string[]): void =>
    deeds.doing(countWords(words, 'deedRestored', ids.length), (signal) => notebook.restoreAll(ids, signal));
  return (
    <main class="library-page">
      <h2>{words('libraryTrash')}</h2>
      <p class="quiet">{words('trashText', String(trashDays))}</p>
      {error !== undefined && <ErrorLine error={error} onRetry={retry} />}
      {deleted?.length === 0 && <EmptyState title={words('trashEmpty')} />}
      {deleted !== undefined && deleted.length > 1 && (
        <Button
          label={countWords(words, 'trashRestoreAll', deleted.length)}
          onPress={() => restore(deleted.map(({ id }) => id))}
        />
      )}
      <ul class="page-list">
        {deleted?.map((annotation) => (
          <li key={annotation.id} class="page-item">
            <div class="page-item-words">
              <RowSubject annotation={annotation} />
              <NoteText annotation={annotation} />
              <p class="quiet">{words('trashDeleted', fullDate(new Date(annotation.deleted).toISOString()))}</p>
            </div>
            <Button label={words('trashRestore')} onPress={() => restore([annotation.id])} />
          </li>
        ))}
      </ul>
    </main>
  );
}
