// The field for the reader's words. Keeps them by itself after each pause, says in words whether they are kept, and
// never lets go of words that could not be saved.
import type { TargetedInputEvent } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Saved } from '../core/annotation.ts';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';
import type { Drafts } from './drafts.ts';
import { ErrorLine } from './ErrorLine.tsx';
import { useFlushBeforeLeaving } from './leaving.ts';
import { type Edit, markdownKey, type Selected } from './markdown-keys.ts';
import './NoteEditor.css';
import { trusted } from './trusted.ts';
import { useWords } from './words.ts';

interface NoteEditorProps {
  /** The annotation's id, made already or not. */
  id: string;
  /** The words that are kept, and when they were (ISO 8601); undefined for a note that is new. */
  value: string;
  modified?: string | undefined;
  /** Names the words while they are not kept; the annotation's id unless the note is new. */
  draftName?: string;
  /** `base`: the note as this editor last knew it. */
  save: (words: string, base: string) => Promise<Saved>;
  drafts: Drafts;
  /** Puts the cursor at the end of the words. */
  focus?: boolean;
  /**
   * Called after Escape when all is kept, or after the second one when it cannot be (the draft stays). Without it the
   * view around the editor hears the key.
   */
  onLeave?: () => void;
}

export function NoteEditor({ id, value, modified, draftName = id, save, drafts, focus, onLeave }: NoteEditorProps) {
  const words = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const statusId = useId();
  const [draft] = useState(() => {
    const found = drafts.read(draftName, modified);
    return found?.id === id && found.words !== value ? found.words : undefined;
  });
  const [state, setState] = useState<SaveState>({ step: 'unchanged' });
  const base = useRef(value);
  const autosave = useAutosave(async (written) => {
    const { note } = await save(written, base.current);
    drafts.drop(draftName, written);
    base.current = written;
    // Another window wrote too: both sets of words are shown, unless the hand here has gone on already.
    if (note === undefined || field.current?.value !== written) return;
    field.current.value = note;
    base.current = note;
  }, setState);

  useFlushBeforeLeaving(autosave.flush);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    grow(element);
    if (focus) {
      element.focus();
      element.setSelectionRange(element.value.length, element.value.length);
    }
  }, [focus]);

  // A draft that was never acknowledged is saved as if it had just been written.
  useEffect(() => {
    if (draft !== undefined) autosave.change(draft);
  }, []);

  function written(element: HTMLTextAreaElement): void {
    grow(element);
    drafts.keep(draftName, id, element.value);
    autosave.change(element.value);
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }): void {
    if (event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      const edit = markdownKey(event.key.toLowerCase(), selectedIn(event.currentTarget));
      if (edit === undefined) return;
      // Else the browser opens its bookmarks, or its search.
      event.preventDefault();
      replaceIn(event.currentTarget, edit);
      written(event.currentTarget);
    }
    if (onLeave === undefined || event.key !== 'Escape') return;
    // Else the browser closes the popup.
    event.preventDefault();
    event.stopPropagation();
    void leave(onLeave);
  }

  async function leave(leaveView: () => void): Promise<void> {
    const told = state.step === 'failed';
    if ((await autosave.flush()) || told) leaveView();
  }

  return (
    <div class="note-editor">
      <textarea
        ref={field}
        defaultValue={draft ?? value}
        rows={3}
        dir="auto"
        aria-label={words('noteLabel')}
        aria-describedby={statusId}
        placeholder={words('notePlaceholder')}
        aria-keyshortcuts="Control+B Control+I Control+K"
        onInput={trusted((event: TargetedInputEvent<HTMLTextAreaElement>) => written(event.currentTarget))}
        onBlur={() => void autosave.flush()}
        onKeyDown={trusted(onKeyDown)}
      />
      {state.step === 'failed' && <ErrorLine error={state.error} keptNote onRetry={() => void autosave.flush()} />}
      <p id={statusId} class="note-state quiet" role="status">
        {stateWords(state, draft !== undefined, words)}
      </p>
    </div>
  );
}

function stateWords(state: SaveState, restored: boolean, words: ReturnType<typeof useWords>): string {
  switch (state.step) {
    case 'unchanged':
      return '';
    case 'waiting':
      return restored ? words('noteRestored') : words('noteSaving');
    case 'saving':
      return words('noteSaving');
    case 'saved':
      return restored ? words('noteRestored') : words('noteSaved');
    case 'failed':
      return words('noteNotSaved');
  }
}

/** An autosave for as long as the editor is shown; what waits is saved when the page or the editor goes. */
function useAutosave(save: (words: string) => Promise<void>, onState: (state: SaveState) => void): Autosave {
  const newest = useRef(save);
  newest.current = save;
  const [autosave] = useState(() => createAutosave({ save: (words) => newest.current(words), onState }));
  useEffect(() => {
    const flush = (): void => void autosave.flush();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
      autosave.stop();
    };
  }, []);
  return autosave;
}

/** As high as its words, within what its style allows. */
function grow(element: HTMLTextAreaElement): void {
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight + 2}px`;
}

function selectedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selected {
  return { value, start: selectionStart, end: selectionEnd };
}

/** By the one command that leaves the browser's undo whole; where there is none the words are set. */
function replaceIn(element: HTMLTextAreaElement, { value, from, to, text, start, end }: Edit): void {
  element.setSelectionRange(from, to);
  if (!element.ownerDocument.execCommand?.('insertText', false, text)) element.value = value;
  element.setSelectionRange(start, end);
}
