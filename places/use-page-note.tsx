// The note on the page as a whole that is being written: words that were never kept are offered again.
import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Drafts } from '../components/drafts.ts';
import { NewPageNote, pageDraftName, pageNoteId } from './NewPageNote.tsx';
import type { Notebook } from './notebook.ts';
import type { Row } from './rows.ts';
import { addressOf, isAnnotated, type Page } from './use-page.ts';

export interface PageNote {
  /** The annotation that is being written; it is not listed meanwhile. */
  id: string | undefined;
  editor: ComponentChild;
  onOpen: () => void;
}

/**
 * @param here the annotations of the page's article; undefined before they are known
 * @returns undefined where nothing can be written
 */
export function usePageNote(
  page: Page | undefined,
  here: readonly Row[] | undefined,
  notebook: Notebook,
  drafts: Drafts,
): PageNote | undefined {
  const url = addressOf(page);
  const [writing, setWriting] = useState<{ id: string; url: string }>();
  const id = writing?.url === url ? writing.id : undefined;

  useEffect(() => {
    const draft = isAnnotated(page) && here ? drafts.read(pageDraftName(url)) : undefined;
    if (draft === undefined) return;
    if (here?.some((row) => row.annotation.id === draft.id)) drafts.drop(pageDraftName(url), draft.words);
    else setWriting((open) => (open?.url === url ? open : { id: draft.id, url }));
  }, [isAnnotated(page), url, here === undefined]);

  if (!isAnnotated(page)) return undefined;
  return {
    id,
    editor: id !== undefined && (
      <NewPageNote
        key={id}
        page={page}
        url={url}
        id={id}
        notebook={notebook}
        drafts={drafts}
        onDone={() => setWriting(undefined)}
      />
    ),
    onOpen: () => setWriting({ id: pageNoteId(drafts, url), url }),
  };
}
