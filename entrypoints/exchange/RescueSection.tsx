// For notes in trouble: all that can be read goes into a file, then a new database may take the place of a damaged one.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { countWords, useWords } from '../../components/words.ts';
import { ownBackground } from '../../messages/callers.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { exportName } from '../../notes/exchange/export.ts';
import { salvage } from '../../notes/exchange/salvage.ts';
import { ownCopy } from '../../notes/second-copy.ts';
import { saveBlob } from '../../places/export-to-disk.ts';

interface RescueSectionProps {
  db: PressmarkDatabase;
  /** The database cannot be opened: a new one is offered. */
  isDamaged: boolean;
}

type Step =
  | { name: 'idle' | 'saving' | 'beginning' | 'begun' | 'stuck' }
  | { name: 'saved'; file: string; annotations: number };

export function RescueSection({ db, isDamaged }: RescueSectionProps) {
  const words = useWords();
  const [step, setStep] = useState<Step>({ name: 'idle' });

  async function save(): Promise<void> {
    setStep({ name: 'saving' });
    const now = new Date();
    const { file, annotations } = await salvage(db, ownCopy(), now);
    const name = exportName('backup', now);
    saveBlob(file, name);
    setStep({ name: 'saved', file: name, annotations });
  }

  async function begin(): Promise<void> {
    setStep({ name: 'beginning' });
    await db.delete();
    await db.open();
    await ownBackground.call('bringBack');
    setStep({ name: 'begun' });
  }

  const stuck = () => setStep({ name: 'stuck' });
  const isBusy = step.name === 'saving' || step.name === 'beginning';
  return (
    <section class="exchange-section" aria-labelledby="rescue-title">
      <h2 id="rescue-title">{words('rescueTitle')}</h2>
      <p class="quiet">{words('rescueHint')}</p>
      <div class="exchange-actions">
        <Button kind="main" label={words('rescueSave')} disabled={isBusy} onPress={() => void save().catch(stuck)} />
        {isDamaged && step.name === 'saved' && (
          <Button label={words('rescueBegin')} onPress={() => void begin().catch(stuck)} />
        )}
      </div>
      <p role="status" class="exchange-status">
        {isBusy && words('rescueWorking')}
        {step.name === 'saved' && countWords(words, 'rescueSaved', step.annotations, step.file)}
        {step.name === 'begun' && words('rescueBegun')}
        {step.name === 'stuck' && words('rescueStuck')}
      </p>
    </section>
  );
}
