// Searches that have a name, and the way to give one.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { trusted } from '../../components/trusted.ts';
import { useWords } from '../../components/words.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { forgetSearch, keepSearch, listSearches } from '../../notes/saved-searches.ts';
import { useLive } from '../../places/use-live.ts';
import './SavedSearches.css';

interface SavedSearchesProps {
  db: PressmarkDatabase;
  query: string;
  onQuery: (query: string) => void;
  attempt: (work: () => Promise<unknown>) => void;
}

export function SavedSearches({ db, query, onQuery, attempt }: SavedSearchesProps) {
  const words = useWords();
  const { value: searches = [] } = useLive(() => listSearches(db), [db]);
  const [naming, setNaming] = useState<string>();
  const known = searches.some((each) => each.query === query.trim());
  const offered = query.trim() !== '' && !known;
  if (searches.length === 0 && !offered) return null;

  function keep(): void {
    const name = naming?.trim() || query.trim();
    setNaming(undefined);
    attempt(() => keepSearch(db, name, query.trim(), new Date()));
  }

  return (
    <section class="saved-searches facet">
      <h2>{words('searchesTitle')}</h2>
      <ul>
        {searches.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              aria-pressed={each.query === query.trim()}
              title={each.query}
              onClick={trusted(() => onQuery(each.query))}
            >
              <bdi>{each.name}</bdi>
            </button>
            <Button
              label={words('searchForget', each.name)}
              icon="close"
              iconOnly
              onPress={() => attempt(() => forgetSearch(db, each.id))}
            />
          </li>
        ))}
      </ul>
      {offered &&
        (naming === undefined ? (
          <Button label={words('searchKeep')} onPress={() => setNaming('')} />
        ) : (
          <form
            onSubmit={trusted((event) => {
              event.preventDefault();
              keep();
            })}
          >
            <input
              type="text"
              ref={(field) => field?.focus()}
              value={naming}
              placeholder={words('searchName')}
              aria-label={words('searchName')}
              onInput={(event) => setNaming(event.currentTarget.value)}
              onKeyDown={trusted((event) => {
                if (event.key === 'Escape') setNaming(undefined);
              })}
            />
            <Button label={words('done')} onPress={keep} />
          </form>
        ))}
    </section>
  );
}
