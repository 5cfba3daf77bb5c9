// The kinds of files, and what became of the one that was written.
import { ErrorLine } from '../components/ErrorLine.tsx';
import { ExportForm } from '../components/ExportForm.tsx';
import { useWords } from '../components/words.ts';
import type { PressmarkDatabase } from '../notes/database.ts';
import { useExport } from './use-export.ts';

/** @param ids of what is chosen; everything when they are missing */
export function ExportPart({ db, ids }: { db: PressmarkDatabase; ids?: readonly string[] }) {
  const words = useWords();
  const { step, start, cancel } = useExport(db);
  return (
    <>
      <ExportForm
        {...(step.done === undefined ? {} : { done: step.done })}
        isPart={ids !== undefined}
        onExport={(format) => start(format, ids)}
        onCancel={cancel}
      />
      {step.error !== undefined && <ErrorLine error={step.error} />}
      <p role="status" class="quiet">
        {step.written !== undefined && words('exchangeWritten', step.written)}
        {step.cancelled && words('exchangeExportCancelled')}
      </p>
    </>
  );
}
