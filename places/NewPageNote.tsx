// A note on the page as a whole: an annotation without a passage, made when its first words are saved.
import { useRef } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import type { Drafts } from '../components/drafts.ts';
import { NoteEditor } from '../components/NoteEditor.tsx';
import { useWords } from '../components/words.ts';
import { newAnnotationId } from '../core/annotation.ts';
import type { Notebook } from './notebook.ts';
import type { Page } from './use-page.ts';

interface NewPageNoteProps {
  page: Page;
  /** Address of the article, without its fragment. */
  url: string;
  id: string;
  notebook: Notebook;
  drafts: Drafts;
  onDone: () => void;
}

export function pageDraftName(url: string): string {
  return `page:${url}`;
}

/** The id of the words that were written on this page and never kept, or a new one. */
export function pageNoteId(drafts: Drafts, url: string): string {
  return drafts.read(pageDraftName(url))?.id ?? newAnnotationId(Date.now());
}

export function NewPageNote({ page, url, id, notebook, drafts, onDone }: NewPageNoteProps) {
  const words = useWords();
  // As it was when the note was begun, so that a page that goes on does not take it along.
  const article = useRef(page.shown?.article ?? { url, title: page.title });
  const create = { id, target: { source: article.current.url, selector: [] }, article: article.current };
  return (
    <div class="new-page-note">
      <NoteEditor
        id={id}
        value=""
        draftName={pageDraftName(url)}
        drafts={drafts}
        save={(value, base) => notebook.saveNote({ id, value, base, create })}
        onLeave={onDone}
        focus
      />
      <Button label={words('done')} onPress={onDone} />
    </div>
  );
}
