// What went wrong, in one sentence; the code stands behind "Details".
import { useContext, useEffect } from 'preact/hooks';
import { Button } from './Button.tsx';
import './ErrorLine.css';
import { ReportContext } from './reporting.ts';
import { useWords, type WordKey } from './words.ts';

const sentences: ReadonlyMap<string, WordKey> = new Map<string, WordKey>([
  ['storage-full', 'errorStorageFull'],
  ['database-unavailable', 'errorDatabaseUnavailable'],
  ['database-blocked', 'errorDatabaseBlocked'],
  ['database-damaged', 'errorDatabaseDamaged'],
  ['annotation-unknown', 'errorAnnotationUnknown'],
  ['ExtensionGone', 'errorExtensionGone'],
]);

/** Here what can be read may be saved to a file. */
const rescued: ReadonlySet<WordKey> = new Set(['errorStorageFull', 'errorDatabaseDamaged']);

/** The sentence for an error: errors that crossed contexts are known by their message, our own by their name. */
export function sentenceFor(error: unknown): WordKey {
  if (!(error instanceof Error)) return 'errorUnknown';
  return sentences.get(error.message) ?? sentences.get(error.name) ?? 'errorUnknown';
}

export function ErrorLine({ error, keptNote, onRetry }: { error: unknown; keptNote?: boolean; onRetry?: () => void }) {
  const words = useWords();
  const report = useContext(ReportContext);
  const sentence = sentenceFor(error);
  useEffect(() => report(error), [error, report]);
  return (
    <div class="error-line" role="alert">
      <p>
        {words(sentence)} {keptNote && words('errorNoteStays')}
      </p>
      {rescued.has(sentence) && (
        <a class="button" href="/exchange.html#rescue" target="_blank" rel="noopener">
          {words('errorRescue')}
        </a>
      )}
      {onRetry && <Button label={words('errorRetry')} onPress={onRetry} />}
      {sentence === 'errorUnknown' && (
        <details>
          <summary>{words('errorDetails')}</summary>
          <code>{String(error)}</code>
        </details>
      )}
    </div>
  );
}
