// The popup as a whole: page, search, notes, undo.
import { useRef, useState } from 'preact/hooks';
import type { Drafts } from '../../components/drafts.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { countWords, useWords } from '../../components/words.ts';
import { ownBackground } from '../../messages/callers.ts';
import type { Search } from '../../notes/search/search.ts';
import { listTags } from '../../notes/tags.ts';
import { NoteList } from '../../places/NoteList.tsx';
import type { Notebook } from '../../places/notebook.ts';
import { PageTop } from '../../places/PageTop.tsx';
import { lostIn, remarksOf } from '../../places/remarks.ts';
import { stepRow } from '../../places/row-focus.ts';
import { findRows, listRows } from '../../places/rows.ts';
import { useFirstRows } from '../../places/use-first-rows.ts';
import { useLive } from '../../places/use-live.ts';
import { addressOf, isAnnotated, usePage } from '../../places/use-page.ts';
import { usePageNote } from '../../places/use-page-note.tsx';
import { useRowActions } from '../../places/use-row-actions.ts';
import { WhosWho } from '../../places/WhosWho.tsx';
import { LossNotice } from '../backup/LossNotice.tsx';
import { PrivateNotice } from '../page/PrivateNotice.tsx';
import { PopupLinks } from './PopupLinks.tsx';
import './Popup.css';
import { foundSection, listSections } from './sections.tsx';

interface PopupProps {
  notebook: Notebook;
  search: Search;
  drafts: Drafts;
}

export function Popup({ notebook, search, drafts }: PopupProps) {
  const words = useWords();
  const { db } = notebook;
  const view = useRef<HTMLElement>(null);
  const [now] = useState(() => new Date());
  const [searched, setSearched] = useState('');
  const { page, refresh } = usePage();
  const url = addressOf(page);
  const listed = useLive(() => listRows(db, url), [db, url]);
  // Rows of another address would say for a moment that this article has no notes.
  const rows = page !== undefined && listed.value?.url === url ? listed.value : undefined;
  const first = useFirstRows(listed.value);
  const found = useLive(
    async () => (searched.trim() === '' ? undefined : findRows(db, search, searched)),
    [db, searched],
  );
  const knownTags = useLive(() => listTags(db), [db]);
  const pageNote = usePageNote(page, rows?.here, notebook, drafts);
  const { actions, editing, failure, deleted, undo, forget, attempt } = useRowActions(
    notebook,
    () => view.current,
    async (id) => {
      await ownBackground.call('showAnnotation', id);
      window.close();
    },
  );

  const here = (rows?.here ?? []).filter((row) => row.annotation.id !== pageNote?.id);
  const sections =
    found.value !== undefined && searched.trim() !== ''
      ? [foundSection(found.value, words)]
      : listSections({ here, newest: rows?.newest ?? first }, rows && pageNote, words);
  const databaseFailure = [listed, found].find((each) => each.error !== undefined);

  return (
    <main class="popup" ref={view}>
      <div class="popup-top">
        <PageTop
          page={page}
          noteCount={rows?.here.length}
          notebook={notebook}
          attempt={attempt}
          refresh={refresh}
          onLeave={() => window.close()}
          links={<PopupLinks page={page} attempt={attempt} />}
        />
      </div>
      {isAnnotated(page) && (
        <WhosWho
          page={page}
          notebook={notebook}
          search={search}
          short
          attempt={attempt}
          refresh={refresh}
          onOpen={actions.onOpen}
        />
      )}
      <div class="popup-search">
        <SearchField
          label={words('popupSearch')}
          value={searched}
          onSearch={setSearched}
          onArrowDown={() => view.current && stepRow(view.current, undefined, 1)}
          focus
        />
        <p class="visually-hidden" role="status">
          {searched.trim() !== '' && found.value && countWords(words, 'popupFound', found.value.length)}
        </p>
        <LossNotice />
        <PrivateNotice />
        {databaseFailure && <ErrorLine error={databaseFailure.error} onRetry={databaseFailure.retry} />}
        {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      </div>
      {rows === undefined && first.length === 0 ? (
        !databaseFailure && <p class="quiet popup-waiting">{words('popupLoadingNotes')}</p>
      ) : (
        <NoteList
          sections={sections}
          remarks={remarksOf(page?.shown, words)}
          lost={lostIn(page?.shown)}
          knownTags={knownTags.value ?? []}
          editing={editing}
          actions={actions}
          drafts={drafts}
          now={now}
          onAbove={() => view.current?.querySelector<HTMLElement>('input[type=search]')?.focus()}
        />
      )}
      {deleted !== undefined && (
        <div class="popup-undo">
          <UndoBar key={deleted} message={words('popupDeleted')} onUndo={undo} onDone={forget} />
        </div>
      )}
    </main>
  );
}
