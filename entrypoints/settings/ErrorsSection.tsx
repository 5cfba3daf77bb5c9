// The local log of errors: to read, to copy into a report, to empty.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { countWords, useWords } from '../../components/words.ts';
import { type ErrorEntry, errorReport } from '../../core/error-entry.ts';
import { clearErrors, readErrors, watchErrors } from '../errors/error-log.ts';
import { Section } from './Section.tsx';

/** @param about what a report has to tell besides the errors */
export function ErrorsSection({ about }: { about: readonly string[] }) {
  const words = useWords();
  const [entries, setEntries] = useState<readonly ErrorEntry[]>();
  const [copied, setCopied] = useState(false);
  const { failure, attempt } = useAttempt();
  useEffect(() => {
    const read = (): void => attempt(() => readErrors().then(setEntries));
    read();
    return watchErrors(read);
  }, []);
  const report = entries && errorReport(entries, about);
  return (
    <Section id="errors" title={words('settingsErrors')} hint={words('settingsErrorsHint')}>
      {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      {entries?.length === 0 && <p>{words('settingsNoErrors')}</p>}
      {entries !== undefined && report !== undefined && entries.length > 0 && (
        <>
          <details>
            <summary>{countWords(words, 'settingsErrorCount', entries.length)}</summary>
            <textarea class="settings-log" readOnly rows={12} aria-label={words('settingsErrors')} value={report} />
          </details>
          <div class="settings-actions">
            <Button
              label={words('settingsCopyErrors')}
              onPress={() => attempt(() => navigator.clipboard.writeText(report).then(() => setCopied(true)))}
            />
            <Button label={words('settingsClearErrors')} onPress={() => attempt(clearErrors)} />
          </div>
        </>
      )}
      <p class="quiet" role="status">
        {copied && words('settingsCopied')}
      </p>
    </Section>
  );
}
