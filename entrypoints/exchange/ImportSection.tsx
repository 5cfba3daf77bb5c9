// A file comes in: chosen or dropped, looked at, imported, taken back.
import { Button } from '../../components/Button.tsx';
import { FileDrop } from '../../components/FileDrop.tsx';
import { Progress } from '../../components/Progress.tsx';
import { countWords, useWords } from '../../components/words.ts';
import { FaultLine } from './FaultLine.tsx';
import { ReportView } from './ReportView.tsx';
import type { ImportWork } from './use-import.ts';

export function ImportSection({ importing }: { importing: ImportWork }) {
  const words = useWords();
  return (
    <section class="exchange-section" aria-labelledby="import-title">
      <h2 id="import-title">{words('exchangeImport')}</h2>
      <p class="quiet">{words('exchangeImportHint')}</p>
      <Step importing={importing} />
    </section>
  );
}

function Step({ importing }: { importing: ImportWork }) {
  const words = useWords();
  const { step, cancel, read, take, undo, leave } = importing;
  const drop = <FileDrop label={words('exchangeChoose')} hint={words('exchangeDrop')} onFile={read} />;
  switch (step.name) {
    case 'reading':
      return <Progress label={words('exchangeReading', step.file.name)} done={step.done} onCancel={cancel} />;
    case 'importing':
      return <Progress label={words('exchangeImporting', step.file.name)} done={step.done} onCancel={cancel} />;
    case 'undoing':
      return <Progress label={words('exchangeUndoing')} done={step.done} onCancel={cancel} />;
    case 'preview': {
      const { report, file } = step;
      const count = report.added + report.updated + report.returned;
      const bringsAnything = count > 0 || report.settings || report.articles > 0;
      return (
        <>
          <ReportView report={report} name={file.name} heading={words('exchangePreview')} />
          <div class="exchange-actions">
            {bringsAnything && (
              <Button
                kind="main"
                label={count > 0 ? countWords(words, 'exchangeTake', count) : words('exchangeImport')}
                onPress={() => take(file)}
              />
            )}
            <Button label={words(bringsAnything ? 'exchangeLeave' : 'exchangeAnother')} onPress={leave} />
          </div>
        </>
      );
    }
    case 'imported':
      return (
        <>
          <ReportView report={step.report} name={step.file.name} heading={words('exchangeImported')} isDone />
          <div class="exchange-actions">
            <Button label={words('exchangeUndo')} onPress={() => undo(step.id)} />
            <Button label={words('exchangeAnother')} onPress={leave} />
          </div>
        </>
      );
    case 'failed':
      return (
        <>
          <FaultLine error={step.error} />
          {drop}
        </>
      );
    case 'idle':
      return drop;
    case 'stopped-before':
    case 'undone':
    case 'cancelled':
    case 'undo-stopped':
    case 'busy-elsewhere':
      return (
        <>
          <p role="status" class="exchange-status">
            {words(statusOf[step.name])}
          </p>
          {drop}
        </>
      );
  }
}

const statusOf = {
  'stopped-before': 'exchangeStoppedBefore',
  undone: 'exchangeUndone',
  cancelled: 'exchangeCancelled',
  'undo-stopped': 'exchangeUndoStopped',
  'busy-elsewhere': 'exchangeBusy',
} as const;
