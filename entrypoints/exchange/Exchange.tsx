// The page as a whole: a file in, a file out, and what was brought in before.
import { sentenceFor } from '../../components/ErrorLine.tsx';
import { useWords } from '../../components/words.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { readSettings } from '../../notes/settings.ts';
import { useLive } from '../../places/use-live.ts';
import { EarlierImports } from './EarlierImports.tsx';
import './Exchange.css';
import { ExportSection } from './ExportSection.tsx';
import { ImportSection } from './ImportSection.tsx';
import { RescueSection } from './RescueSection.tsx';
import { useImport } from './use-import.ts';

interface ExchangeProps {
  db: PressmarkDatabase;
  /** The connection for bulk work. */
  bulk: PressmarkDatabase;
  /** How many imports that were stopped midway are being taken back. */
  unfinished: Promise<number>;
}

export function Exchange({ db, bulk, unfinished }: ExchangeProps) {
  const words = useWords();
  const importing = useImport(db, bulk, unfinished);
  const { error } = useLive(() => readSettings(db), [db]);
  const isDamaged = error !== undefined && sentenceFor(error) === 'errorDatabaseDamaged';
  return (
    <div class="exchange">
      <header class="exchange-head">
        <img src="/icon/48.png" alt="" width={32} height={32} />
        <h1>{words('exchangeTitle')}</h1>
      </header>
      <main>
        {(isDamaged || location.hash === '#rescue') && <RescueSection db={db} isDamaged={isDamaged} />}
        <ImportSection importing={importing} />
        <EarlierImports db={db} onUndo={importing.undo} isBusy={importing.isBusy} />
        <ExportSection db={db} />
      </main>
    </div>
  );
}
