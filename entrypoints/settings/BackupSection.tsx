// Backups that are written by themselves: how often, how many are kept, what became of the last; and the way back.
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Segments } from '../../components/Segments.tsx';
import { Select } from '../../components/Select.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { shortDate } from '../../components/when.ts';
import { countWords, useWords } from '../../components/words.ts';
import { ownBackground } from '../../messages/callers.ts';
import { backupsToKeep } from '../../notes/backups.ts';
import type { Notebook } from '../../places/notebook.ts';
import { type BackupState, readBackupState, watchBackupState } from '../backup/backup-state.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './Settings.tsx';

interface BackupSectionProps extends Pick<SectionProps, 'settings'> {
  notebook: Notebook;
}

export function BackupSection({ settings, notebook }: BackupSectionProps) {
  const words = useWords();
  const [state, setState] = useState<BackupState>();
  const [isWriting, setWriting] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const { failure, attempt } = useAttempt();
  useEffect(() => {
    const read = (): void => attempt(() => readBackupState().then(setState));
    read();
    return watchBackupState(read);
  }, []);

  /** The browser asks the reader, in the same moment as the click that it is for. */
  function withPermission(work: () => Promise<unknown>): void {
    const asked = browser.permissions.request({ permissions: ['downloads'] });
    attempt(async () => {
      const granted = await asked;
      setRefused(!granted);
      if (granted) await work();
    });
  }

  async function write(): Promise<void> {
    setWriting(true);
    await ownBackground.call('backUp').finally(() => setWriting(false));
  }

  function choose(backupEvery: typeof settings.backupEvery): void {
    if (backupEvery === 'never') attempt(() => notebook.changeSettings({ backupEvery }));
    else
      withPermission(async () => {
        await notebook.changeSettings({ backupEvery });
        if (state?.written === undefined) await write();
      });
  }

  return (
    <Section id="backups" title={words('backupTitle')} hint={words('backupHint')}>
      <Segments
        label={words('backupTitle')}
        options={[
          { value: 'never', label: words('backupNever') },
          { value: 'day', label: words('backupDaily') },
          { value: 'week', label: words('backupWeekly') },
        ]}
        value={settings.backupEvery}
        onChoose={choose}
      />
      <div>
        <Select
          label={words('backupKept')}
          value={String(settings.backupsKept)}
          options={backupsToKeep.map((value) => ({ value, words: countWords(words, 'backupFiles', Number(value)) }))}
          onSelect={(kept) => attempt(() => notebook.changeSettings({ backupsKept: Number(kept) }))}
        />
      </div>
      {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      <div role="status">{<Told state={state} isWriting={isWriting} isRefused={isRefused} />}</div>
      <div class="settings-actions">
        <Button label={words('backupNow')} disabled={isWriting} onPress={() => withPermission(write)} />
        <a class="button" href="/exchange.html">
          {words('backupRestore')}
        </a>
      </div>
    </Section>
  );
}

interface ToldProps {
  state: BackupState | undefined;
  isWriting: boolean;
  isRefused: boolean;
}

/** What became of the last one. */
function Told({ state, isWriting, isRefused }: ToldProps) {
  const words = useWords();
  if (state === undefined) return null;
  if (isWriting) return <p>{words('backupWriting')}</p>;
  if (isRefused) return <p class="settings-warning">{words('backupNotAllowed')}</p>;
  const { written, failed } = state;
  const when = (at: number): string => shortDate(new Date(at).toISOString(), new Date());
  return (
    <>
      {failed && (
        <p class="settings-warning">
          {failed.why === 'not-allowed' ? words('backupNotAllowed') : words('backupFailed', when(failed.at))}
        </p>
      )}
      <p class="quiet">
        {written === undefined ? words('backupNone') : words('backupLast', when(written.at), written.name)}
      </p>
    </>
  );
}
