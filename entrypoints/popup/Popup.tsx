// The popup as a whole: page, search, notes, undo.
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Drafts } from '../../components/drafts.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useWords } from '../../components/words.ts';
import { ownBackground, pageIn } from '../../messages/callers.ts';
import { readSettings, without } from '../../notes/settings.ts';
import { listTags } from '../../notes/tags.ts';
import { NewPageNote, pageDraftName, pageNoteId } from '../../places/NewPageNote.tsx';
import { NoteList } from '../../places/NoteList.tsx';
import type { Notebook } from '../../places/notebook.ts';
import { MarkSwitches } from './MarkSwitches.tsx';
import { PageHead } from './PageHead.tsx';
import './Popup.css';
import { stepRow } from '../../places/row-focus.ts';
import { findRows, listRows } from '../../places/rows.ts';
import { useLive } from '../../places/use-live.ts';
import { usePage } from '../../places/use-page.ts';
import { useRowActions } from '../../places/use-row-actions.ts';
import { foundSection, listSections } from './sections.tsx';

export function Popup({ notebook, drafts }: { notebook: Notebook; drafts: Drafts }) {
  const words = useWords();
  const { db } = notebook;
  const view = useRef<HTMLElement>(null);
  const [now] = useState(() => new Date());
  const [searched, setSearched] = useState('');
  const [optionsShown, setOptionsShown] = useState(false);
  const [pageNote, setPageNote] = useState<string>();
  const { page, refresh } = usePage();
  const url = page?.shown?.article.url ?? page?.url ?? '';
  const annotated = page?.state === 'article' || page?.state === 'annotated-anyway';
  const listed = useLive(() => listRows(db, url), [db, url]);
  // Rows of another address would say for a moment that this article has no notes.
  const rows = page !== undefined && listed.value?.url === url ? listed.value : undefined;
  const found = useLive(async () => (searched.trim() === '' ? undefined : findRows(db, searched)), [db, searched]);
  const settings = useLive(() => readSettings(db), [db]);
  const knownTags = useLive(() => listTags(db), [db]);
  const { actions, editing, failure, deleted, undo, forget, attempt } = useRowActions(
    notebook,
    () => view.current,
    async (id) => {
      await ownBackground.call('showAnnotation', id);
      window.close();
    },
  );

  // Words on this page that were never kept are offered again.
  useEffect(() => {
    const draft = annotated && rows ? drafts.read(pageDraftName(url)) : undefined;
    if (draft === undefined) return;
    if (rows?.here.some((row) => row.annotation.id === draft.id)) drafts.drop(pageDraftName(url), draft.words);
    else setPageNote((open) => open ?? draft.id);
  }, [annotated, url, rows === undefined]);

  function switchSite(on: boolean): void {
    if (page === undefined || settings.value === undefined) return;
    const others = without(settings.value.offSites, page.host);
    attempt(async () => {
      await notebook.changeSettings({ offSites: on ? others : [...others, page.host] });
      if (on) await ownBackground.call('annotateAnyway', page.tabId);
      setOptionsShown(false);
      refresh();
    });
  }

  const here = (rows?.here ?? []).filter((row) => row.annotation.id !== pageNote);
  const newNote = page !== undefined &&
    annotated && {
      editor: pageNote !== undefined && (
        <NewPageNote
          page={page}
          url={url}
          id={pageNote}
          notebook={notebook}
          drafts={drafts}
          onDone={() => setPageNote(undefined)}
        />
      ),
      onOpen: () => setPageNote(pageNoteId(drafts, url)),
    };
  const sections =
    found.value !== undefined && searched.trim() !== ''
      ? [foundSection(found.value, words)]
      : listSections({ here, newest: rows?.newest ?? [] }, newNote || undefined, words);
  const databaseFailure = [listed, found, settings].find((each) => each.error !== undefined);

  return (
    <main class="popup" ref={view}>
      <div class="popup-top">
        <PageHead
          page={page}
          noteCount={rows?.here.length}
          onAnnotateAnyway={() =>
            attempt(async () => {
              if (page !== undefined) await ownBackground.call('annotateAnyway', page.tabId);
              refresh();
            })
          }
          onSwitchOn={() => switchSite(true)}
          optionsShown={optionsShown}
          onOptions={() => setOptionsShown((shown) => !shown)}
        />
        {optionsShown && annotated && settings.value && (
          <MarkSwitches
            host={page.host}
            settings={settings.value}
            shownNow={page.shown?.marksShown ?? false}
            onNow={(shown) => attempt(() => pageIn(page.tabId).call('setMarks', shown).then(refresh))}
            onSettings={(change) => attempt(() => notebook.changeSettings(change).then(refresh))}
            onSiteOff={() => switchSite(false)}
            onAllSettings={() =>
              attempt(async () => {
                await browser.runtime.openOptionsPage();
                window.close();
              })
            }
          />
        )}
        <SearchField
          label={words('popupSearch')}
          value={searched}
          onSearch={setSearched}
          onArrowDown={() => view.current && stepRow(view.current, undefined, 1)}
          focus
        />
        {databaseFailure && <ErrorLine error={databaseFailure.error} onRetry={databaseFailure.retry} />}
        {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      </div>
      {rows === undefined ? (
        !databaseFailure && <p class="quiet popup-waiting">{words('popupLoadingNotes')}</p>
      ) : (
        <NoteList
          sections={sections}
          remarks={new Map(page?.shown?.notFound.map((id) => [id, words('rowLost')]))}
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
