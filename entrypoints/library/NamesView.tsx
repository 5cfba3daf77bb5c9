// Everyone and everything that a note is about, the most noted first: the way to their pages.
import { useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState.tsx';
import { kindKeys } from '../../components/EntityHead.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { trusted } from '../../components/trusted.ts';
import { countWords, useWords } from '../../components/words.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { fold } from '../../notes/fold.ts';
import { listMet } from '../../notes/met-names.ts';
import { useLive } from '../../places/use-live.ts';
import type { Go } from './use-address.ts';

/** So many are listed; the field finds the others. */
const limit = 300;

export function NamesView({ db, go }: { db: PressmarkDatabase; go: Go }) {
  const words = useWords();
  const [searched, setSearched] = useState('');
  const { value: met, error, retry } = useLive(() => listMet(db), [db]);
  const wanted = fold(searched.trim());
  const shown = (met ?? []).filter(({ name }) => fold(name).includes(wanted)).slice(0, limit);
  return (
    <main class="library-page">
      <h2>{words('libraryNames')}</h2>
      {error !== undefined && <ErrorLine error={error} onRetry={retry} />}
      {met?.length === 0 ? (
        <EmptyState title={words('namesEmpty')} gesture={words('namesEmptyGesture')} />
      ) : (
        <SearchField
          label={words('namesSearch')}
          value={searched}
          onSearch={setSearched}
          onArrowDown={() => {}}
          focus
        />
      )}
      <ul class="page-list">
        {shown.map(({ name, type, count }) => (
          <li key={`${type} ${name}`} class="page-item">
            <button
              type="button"
              class="timeline-article page-item-words"
              onClick={trusted(() => go({ view: 'entity', entity: { name, type } }))}
            >
              <bdi>{name}</bdi>
            </button>
            <span class="quiet">
              {words(kindKeys[type])} · {countWords(words, 'popupNotes', count)}
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}
