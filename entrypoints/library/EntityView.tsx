// Everything that the reader has kept about one person, organisation, place or handle, over time.
import { Button } from '../../components/Button.tsx';
import { Choices } from '../../components/Choices.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { kindKeys } from '../../components/EntityHead.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { countWords, useWords } from '../../components/words.ts';
import type { EntityName } from '../../core/entities/name-key.ts';
import { type AboutEntity, aboutEntity } from '../../notes/about-entity.ts';
import { entityCsv, entityJson } from '../../notes/exchange/entity-file.ts';
import { lastWrite, type Search } from '../../notes/search/search.ts';
import type { Notebook } from '../../places/notebook.ts';
import { useLive } from '../../places/use-live.ts';
import { EntityNames } from './EntityNames.tsx';
import { siteOf } from './LibraryRow.tsx';
import { saveFile } from './save-file.ts';
import { Timeline } from './Timeline.tsx';
import type { Go } from './use-address.ts';
import type { Deeds } from './use-deeds.ts';

interface EntityViewProps {
  entity: EntityName;
  notebook: Notebook;
  search: Search;
  go: Go;
  deeds: Deeds;
}

export function EntityView({ entity, notebook, search, go, deeds }: EntityViewProps) {
  const words = useWords();
  const { db } = notebook;
  const { value, error, retry } = useLive(async () => {
    await lastWrite(db);
    return aboutEntity(db, search, entity);
  }, [db, search, entity.name, entity.type]);
  const open = (next: EntityName): void => go({ view: 'entity', entity: next });
  const others = value?.together ?? [];
  const sites = outletsOf(value);
  return (
    <main class="library-page">
      <div class="page-tools">
        <Button label={words('libraryBack')} icon="previous" onPress={() => history.back()} />
        {value !== undefined && value.articles.length > 0 && (
          <>
            <Button
              label={words('entityCsv')}
              onPress={() => saveFile(entityCsv(value), 'text/csv', 'pressmark-name.csv')}
            />
            <Button
              label={words('entityJson')}
              onPress={() => saveFile(entityJson(value), 'application/json', 'pressmark-name.json')}
            />
          </>
        )}
      </div>
      <header>
        <h2 dir="auto">{entity.name}</h2>
        <p class="quiet">
          {words(kindKeys[entity.type])}
          {value !== undefined && ` · ${summaryOf(value, words)}`}
        </p>
      </header>
      {error !== undefined && <ErrorLine error={error} onRetry={retry} />}
      {value !== undefined && (
        <>
          <EntityNames entity={entity} notebook={notebook} deeds={deeds} onRenamed={open} />
          {sites.length > 0 && (
            <section class="entity-part">
              <h3>{words('entityOutlets')}</h3>
              <Choices
                label={words('entityOutlets')}
                choices={sites}
                chosen={undefined}
                onChoose={(site) =>
                  go({ view: 'notes', entity: undefined, query: `site:"${site ?? ''}" "${entity.name}"` })
                }
              />
            </section>
          )}
          {others.length > 0 && (
            <section class="entity-part">
              <h3>{words('entityTogether')}</h3>
              <Choices
                label={words('entityTogether')}
                choices={others.map(({ entity: { name, type }, articles }, index) => ({
                  value: String(index),
                  label: `${name} (${words(kindKeys[type])})`,
                  count: articles,
                }))}
                chosen={undefined}
                onChoose={(index) => {
                  const other = others[Number(index)];
                  if (other !== undefined) open(other.entity);
                }}
              />
            </section>
          )}
          {value.articles.length === 0 ? (
            <EmptyState title={words('entityNothing')} gesture={words('entityNothingGesture')} />
          ) : (
            <Timeline articles={value.articles} go={go} />
          )}
        </>
      )}
    </main>
  );
}

function summaryOf({ articles }: AboutEntity, words: ReturnType<typeof useWords>): string {
  const notes = articles.reduce((sum, { annotations }) => sum + annotations.length, 0);
  return [countWords(words, 'popupNotes', notes), countWords(words, 'entityArticles', articles.length)].join(' · ');
}

/** The outlets, by how many of the articles each has. */
function outletsOf(about: AboutEntity | undefined): { value: string; count: number }[] {
  const bySite = Map.groupBy(about?.articles ?? [], ({ article }) => siteOf(article));
  return [...bySite]
    .map(([value, articles]) => ({ value, count: articles.length }))
    .sort((one, other) => other.count - one.count);
}
