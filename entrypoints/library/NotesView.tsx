// All annotations: what could narrow them left, the list in the middle, the one that is read right.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import type { Drafts } from '../../components/drafts.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Progress } from '../../components/Progress.tsx';
import { countWords, useWords } from '../../components/words.ts';
import type { Search } from '../../notes/search/search.ts';
import { listTags } from '../../notes/tags.ts';
import type { LibraryState } from '../../places/library-address.ts';
import type { Notebook } from '../../places/notebook.ts';
import { useLive } from '../../places/use-live.ts';
import { ExportChosen } from './ExportChosen.tsx';
import { Facets } from './Facets.tsx';
import { FoundList } from './FoundList.tsx';
import { NoteDetail } from './NoteDetail.tsx';
import { readRow } from './read-row.ts';
import { SavedSearches } from './SavedSearches.tsx';
import { SearchBar } from './SearchBar.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import type { Go } from './use-address.ts';
import type { Deeds } from './use-deeds.ts';
import { useFound } from './use-found.ts';
import { useHits } from './use-hits.ts';

interface NotesViewProps {
  state: LibraryState;
  go: Go;
  notebook: Notebook;
  search: Search;
  drafts: Drafts;
  deeds: Deeds;
}

export function NotesView({ state, go, notebook, search, drafts, deeds }: NotesViewProps) {
  const words = useWords();
  const { db } = notebook;
  const { query, order, note } = state;
  const view = useRef<HTMLElement>(null);
  const [building, setBuilding] = useState<number>();
  useEffect(() => search.onBuilding(setBuilding), [search]);
  const found = useFound(db, search, query, order);
  const { answer } = found;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const [writing, setWriting] = useState(false);
  /** In a narrow window what could narrow the list stands behind a button. */
  const [narrowing, setNarrowing] = useState(false);
  const shown = useLive(async () => (note === undefined ? undefined : readRow(db, note)), [db, note]);
  const knownTags = useLive(() => listTags(db), [db]);
  useHits(
    () => view.current,
    '.row-quote, .row-note-line, .row-article, [data-hits], .group-title',
    answer?.terms ?? [],
  );
  useEffect(() => setWriting(false), [note]);
  // What is no longer found is no longer selected.
  useEffect(() => {
    setSelected(new Set());
    setCurrent(0);
  }, [query]);

  const onQuery = (next: string): void => go({ query: next, note: undefined });

  function open(index: number, write = false): void {
    setCurrent(index);
    const id = found.idAt(index);
    if (id === undefined) return;
    go({ note: id }, note === undefined ? 'step' : 'amend');
    if (write) requestAnimationFrame(() => setWriting(true));
  }

  function remove(ids: readonly string[]): void {
    deeds.doing(countWords(words, 'deedDeleted', ids.length), (signal) => notebook.removeAll(ids, signal));
    setSelected(new Set());
    // The next one takes its place, also in the address.
    if (note !== undefined && ids.includes(note)) {
      const next = found.idAt(current + 1) ?? found.idAt(current - 1);
      go({ note: ids.length === 1 ? next : undefined }, 'amend');
    }
  }

  const detail = shown.value;
  return (
    <main ref={view} class={`library-notes${detail === undefined ? '' : ' with-note'}`}>
      <aside class={`library-narrow${narrowing ? ' open' : ''}`} aria-label={words('libraryNarrow')}>
        <Button label={words('libraryNarrow')} expanded={narrowing} onPress={() => setNarrowing(!narrowing)} />
        <div class="narrow-parts">
          <SavedSearches db={db} query={query} onQuery={onQuery} attempt={deeds.attempt} />
          {answer?.facets && <Facets query={query} facets={answer.facets} onQuery={onQuery} />}
        </div>
      </aside>
      <section class="library-list" aria-label={words('libraryNotes')}>
        <SearchBar
          query={query}
          order={order}
          answer={answer}
          onQuery={(next) => go({ query: next, note: undefined }, 'amend')}
          onOrder={(next) => go({ order: next })}
          onArrowDown={() => view.current?.querySelector<HTMLElement>('.virtual-list')?.focus()}
        />
        {found.error !== undefined && <ErrorLine error={found.error} onRetry={found.retry} />}
        {selected.size > 0 && (
          <SelectionBar
            ids={[...selected]}
            total={answer?.total ?? 0}
            knownTags={knownTags.value ?? []}
            notebook={notebook}
            deeds={deeds}
            onAll={() => deeds.attempt(async () => setSelected(new Set(await search.findAll(query))))}
            onNone={() => setSelected(new Set())}
            more={<ExportChosen db={notebook.db} ids={[...selected]} />}
          />
        )}
        {answer === undefined && found.error === undefined && (
          <Progress
            label={words(building === undefined ? 'libraryReading' : 'libraryBuilding')}
            {...(building === undefined ? {} : { done: building })}
            late
          />
        )}
        {answer?.total === 0 ? (
          <EmptyState
            title={words(query.trim() === '' ? 'popupEmptyAll' : 'popupNothingFound')}
            gesture={words(query.trim() === '' ? 'popupEmptyAllGesture' : 'searchSyntax')}
          />
        ) : (
          <FoundList
            found={found}
            grouped={order === 'article'}
            current={current}
            selected={selected}
            onSelected={setSelected}
            onCurrent={setCurrent}
            onOpen={open}
            onDelete={remove}
            onArticle={(id) => go({ view: 'article', article: id, note: undefined })}
          />
        )}
      </section>
      {detail !== undefined ? (
        <section class="library-detail" aria-label={words('detailLabel')}>
          <span class="detail-back">
            <Button label={words('libraryBack')} icon="previous" onPress={() => go({ note: undefined })} />
          </span>
          <NoteDetail
            key={detail.annotation.id}
            row={detail}
            knownTags={knownTags.value ?? []}
            notebook={notebook}
            drafts={drafts}
            deeds={deeds}
            go={go}
            onDelete={() => remove([detail.annotation.id])}
            writing={writing}
            onWriting={setWriting}
          />
        </section>
      ) : (
        <section class="library-detail nothing" aria-label={words('detailLabel')}>
          <p class="quiet">{words('detailNothing')}</p>
        </section>
      )}
    </main>
  );
}
