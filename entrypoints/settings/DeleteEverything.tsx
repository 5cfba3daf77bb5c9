// The question before everything is deleted: says what goes, and wants a word typed, so that no slip does it.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { countWords, useWords } from '../../components/words.ts';
import type { Holdings } from '../../notes/everything.ts';
import type { Notebook } from '../../places/notebook.ts';
import { clearErrors } from '../errors/error-log.ts';

interface DeleteEverythingProps {
  notebook: Notebook;
  /** Undefined while they are not counted, or cannot be. */
  holdings: Holdings | undefined;
  /** @param done whether everything was deleted */
  onClose: (done: boolean) => void;
}

export function DeleteEverything({ notebook, holdings, onClose }: DeleteEverythingProps) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const { failure, attempt } = useAttempt();
  /** How much is deleted, 0 to 1; undefined before it is begun. */
  const [done, setDone] = useState<number>();
  const [stop] = useState(() => new AbortController());
  const wanted = words('settingsDeleteWord');
  const confirmed = typed.trim().toLocaleLowerCase() === wanted.toLocaleLowerCase();

  function deleteAll(): void {
    if (!confirmed || done !== undefined) return;
    const { signal } = stop;
    setDone(0);
    attempt(async () => {
      try {
        await notebook.deleteEverything({ onProgress: setDone, signal });
        localStorage.clear();
        await clearErrors();
        onClose(true);
      } catch (error) {
        setDone(undefined);
        // Cancelled: all is there as before.
        if (signal.aborted) onClose(false);
        else throw error;
      }
    });
  }

  return (
    <Dialog
      title={words('settingsDeleteQuestion')}
      onClose={() => (done === undefined ? onClose(false) : stop.abort())}
    >
      {holdings && (
        <p>
          {words(
            'settingsDeleteWhat',
            countWords(words, 'settingsAnnotationCount', holdings.annotations),
            countWords(words, 'settingsArticleCount', holdings.articles),
          )}
        </p>
      )}
      <p>
        {words('settingsDeleteNoUndo')}{' '}
        <a href="/exchange.html" target="_blank" rel="noopener">
          {words('settingsDeleteBackup')}
        </a>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          deleteAll();
        }}
      >
        <label class="settings-confirm">
          <span>{words('settingsDeleteType', wanted)}</span>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      </form>
      {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      {done !== undefined ? (
        <Progress label={words('settingsDeleting')} done={done} onCancel={() => stop.abort()} />
      ) : (
        <div class="dialog-foot">
          <Button label={words('cancel')} onPress={() => onClose(false)} />
          <Button label={words('settingsDelete')} kind="danger" disabled={!confirmed} onPress={deleteAll} />
        </div>
      )}
    </Dialog>
  );
}
