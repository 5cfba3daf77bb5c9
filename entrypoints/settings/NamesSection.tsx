// What the reader has taught: names to watch, and what was said of marks.
import { useState } from 'preact/hooks';
import { CorrectionList, correctionWords } from '../../components/CorrectionList.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { WatchList } from '../../components/WatchList.tsx';
import { useWords } from '../../components/words.ts';
import { ownBackground } from '../../messages/callers.ts';
import { keepCorrection, readLearned, takeBackCorrection, unwatchName, watchName } from '../../notes/corrections.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { useLive } from '../../places/use-live.ts';
import { Section } from './Section.tsx';

export function NamesSection({ db }: { db: PressmarkDatabase }) {
  const words = useWords();
  const { value: learned, error, retry } = useLive(() => readLearned(db), [db]);
  const { failure, attempt } = useAttempt();
  const [gone, setGone] = useState<{ id: string; said: string; putBack: () => Promise<void> }>();

  /** Open articles mark their names anew; whether they hear of it now does not matter to what is kept. */
  function change(work: () => Promise<unknown>): void {
    attempt(async () => {
      await work();
      ownBackground.call('namesChanged').catch(() => undefined);
    });
  }

  return (
    <>
      <Section id="watched" title={words('watchTitle')} hint={words('watchHint')}>
        {error !== undefined && <ErrorLine error={error} onRetry={retry} />}
        {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
        {learned && (
          <WatchList
            names={learned.watched}
            onWatch={(name) => change(() => watchName(db, name))}
            onUnwatch={(name) => {
              change(() => unwatchName(db, name.id));
              setGone({ id: name.id, said: name.name, putBack: () => watchName(db, name) });
            }}
          />
        )}
      </Section>
      <Section id="corrections" title={words('correctionsTitle')} hint={words('correctionsHint')}>
        {learned && (
          <CorrectionList
            corrections={learned.corrections}
            onTakeBack={(correction) => {
              change(() => takeBackCorrection(db, correction.id));
              const said = correctionWords(correction, words);
              setGone({ id: correction.id, said, putBack: () => keepCorrection(db, correction) });
            }}
          />
        )}
      </Section>
      {gone && (
        <div class="settings-undo">
          <UndoBar
            key={gone.id}
            message={words('takenBack', gone.said)}
            onUndo={() => {
              change(gone.putBack);
              setGone(undefined);
            }}
            onDone={() => setGone(undefined)}
          />
        </div>
      )}
    </>
  );
}
