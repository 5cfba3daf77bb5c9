// The panel as a whole: page, search within, names and tags to choose by, notes in reading order, undo.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { Choices } from '../../components/Choices.tsx';
import type { Drafts } from '../../components/drafts.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { countWords, useWords } from '../../components/words.ts';
import { pageIn } from '../../messages/callers.ts';
import type { Search } from '../../notes/search/search.ts';
import { listTags } from '../../notes/tags.ts';
import { NoteList } from '../../places/NoteList.tsx';
import type { Notebook } from '../../places/notebook.ts';
import { PageTop } from '../../places/PageTop.tsx';
import { lostIn, remarksOf } from '../../places/remarks.ts';
import { stepRow } from '../../places/row-focus.ts';
import { listHere } from '../../places/rows.ts';
import { useFollowedPage } from '../../places/use-followed-page.ts';
import { useLive } from '../../places/use-live.ts';
import { addressOf, isAnnotated } from '../../places/use-page.ts';
import { usePageNote } from '../../places/use-page-note.tsx';
import { useRowActions } from '../../places/use-row-actions.ts';
import { WhosWho } from '../../places/WhosWho.tsx';
import { openLibrary } from '../../places/ways.ts';
import { LossNotice } from '../backup/LossNotice.tsx';
import { PrivateNotice } from '../page/PrivateNotice.tsx';
import './Panel.css';
import { scrollRowIntoView } from './scroll-row.ts';
import { panelSections, rowsWith, tagsWithin } from './sections.tsx';

interface PanelProps {
  notebook: Notebook;
  search: Search;
  drafts: Drafts;
  /** The tab that the panel stays with; undefined: the one in front. */
  tabId: number | undefined;
}

export function Panel({ notebook, search, drafts, tabId }: PanelProps) {
  const words = useWords();
  const { db } = notebook;
  const view = useRef<HTMLElement>(null);
  const [now] = useState(() => new Date());
  const [searched, setSearched] = useState('');
  const [tag, setTag] = useState<string>();
  const { page, current, refresh } = useFollowedPage(tabId);
  const url = addressOf(page);
  const listed = useLive(() => listHere(db, url), [db, url]);
  const rows = page !== undefined && listed.value?.url === url ? listed.value.rows : undefined;
  const knownTags = useLive(() => listTags(db), [db]);
  const pageNote = usePageNote(page, rows, notebook, drafts);
  const { actions, editing, failure, deleted, undo, forget, attempt } = useRowActions(
    notebook,
    () => view.current,
    async (id) => {
      if (page !== undefined) await pageIn(page.tabId).call('showAnnotation', id);
    },
  );

  // It is followed from then on when the reader scrolls: at first the panel is read from its top.
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    const isFirst = before.current === undefined;
    before.current = current;
    if (isFirst) return;
    if (current !== undefined && view.current !== null && editing === undefined)
      scrollRowIntoView(view.current, current);
  }, [current]);

  const here = (rows ?? []).filter((row) => row.annotation.id !== pageNote?.id);
  const tags = tagsWithin(here);
  const chosen = rowsWith(here, searched, tags.some(({ value }) => value === tag) ? tag : undefined);
  const narrowed = chosen.length < here.length;
  const sections = panelSections({ rows: chosen, narrowed, shown: page?.shown, pageNote, words });

  return (
    <main class="panel" ref={view}>
      <div class="panel-top">
        <PageTop
          page={page}
          noteCount={rows?.length}
          notebook={notebook}
          attempt={attempt}
          refresh={refresh}
          links={<Button label={words('libraryTitle')} icon="library" onPress={() => attempt(() => openLibrary())} />}
        />
        {here.length > 0 && (
          <SearchField
            label={words('panelSearch')}
            value={searched}
            onSearch={setSearched}
            onArrowDown={() => view.current && stepRow(view.current, undefined, 1)}
          />
        )}
        <p class="visually-hidden" role="status">
          {(searched.trim() !== '' || tag !== undefined) && countWords(words, 'popupFound', chosen.length)}
        </p>
        <Choices label={words('tagsLabel')} choices={tags} chosen={tag} onChoose={setTag} />
        <LossNotice />
        <PrivateNotice />
        {listed.error !== undefined && <ErrorLine error={listed.error} onRetry={listed.retry} />}
        {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      </div>
      {isAnnotated(page) && (
        <WhosWho
          page={page}
          notebook={notebook}
          search={search}
          attempt={attempt}
          refresh={refresh}
          onOpen={actions.onOpen}
        />
      )}
      {rows !== undefined && (
        <NoteList
          sections={sections}
          remarks={remarksOf(page?.shown, words)}
          lost={lostIn(page?.shown)}
          followed={current}
          knownTags={knownTags.value ?? []}
          editing={editing}
          actions={actions}
          drafts={drafts}
          now={now}
          onAbove={() => view.current?.querySelector<HTMLElement>('input[type=search]')?.focus()}
        />
      )}
      {deleted !== undefined && (
        <div class="panel-undo">
          <UndoBar key={deleted} message={words('popupDeleted')} onUndo={undo} onDone={forget} />
        </div>
      )}
    </main>
  );
}
