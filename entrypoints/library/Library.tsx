// The library as a whole: which of its views is shown, and what was done last with the way back from it.
import type { Drafts } from '../../components/drafts.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Progress } from '../../components/Progress.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useWords } from '../../components/words.ts';
import type { Search } from '../../notes/search/search.ts';
import type { Notebook } from '../../places/notebook.ts';
import { LossNotice } from '../backup/LossNotice.tsx';
import { PrivateNotice } from '../page/PrivateNotice.tsx';
import { ArticleView } from './ArticleView.tsx';
import { EntityView } from './EntityView.tsx';
import './Library.css';
import { LibraryHead } from './LibraryHead.tsx';
import { NamesView } from './NamesView.tsx';
import { NotesView } from './NotesView.tsx';
import { TimelineView } from './TimelineView.tsx';
import { TrashView } from './TrashView.tsx';
import { useAddress } from './use-address.ts';
import { useDeeds } from './use-deeds.ts';

interface LibraryProps {
  notebook: Notebook;
  search: Search;
  drafts: Drafts;
}

export function Library({ notebook, search, drafts }: LibraryProps) {
  const [state, go] = useAddress();
  const words = useWords();
  const deeds = useDeeds(notebook);
  return (
    <div class={`library view-${state.view}`}>
      <LibraryHead view={state.view} go={go} attempt={deeds.attempt} />
      <LossNotice />
      <PrivateNotice />
      {deeds.failure && <ErrorLine error={deeds.failure.error} onRetry={deeds.failure.retry} />}
      {state.view === 'trash' ? (
        <TrashView notebook={notebook} deeds={deeds} />
      ) : state.view === 'article' && state.article !== undefined ? (
        <ArticleView key={state.article} id={state.article} notebook={notebook} go={go} deeds={deeds} />
      ) : state.view === 'timeline' ? (
        <TimelineView db={notebook.db} go={go} />
      ) : state.view === 'entity' && state.entity !== undefined ? (
        <EntityView
          key={`${state.entity.type}:${state.entity.name}`}
          entity={state.entity}
          notebook={notebook}
          search={search}
          go={go}
          deeds={deeds}
        />
      ) : state.view === 'entity' ? (
        <NamesView db={notebook.db} go={go} />
      ) : (
        <NotesView state={state} go={go} notebook={notebook} search={search} drafts={drafts} deeds={deeds} />
      )}
      {deeds.cancel !== undefined && (
        <div class="library-undo working">
          <Progress label={words('deedWorking')} onCancel={deeds.cancel} late />
        </div>
      )}
      {deeds.done !== undefined && (
        <div class="library-undo">
          <UndoBar key={deeds.done.changeId} message={deeds.done.message} onUndo={deeds.undo} onDone={deeds.forget} />
        </div>
      )}
    </div>
  );
}
