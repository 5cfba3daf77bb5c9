// Which kind of file to write: one of a few, each with what it is for.
import { useId, useState } from 'preact/hooks';
import type { ExportFormat } from '../core/export-format.ts';
import { Button } from './Button.tsx';
import './ExportForm.css';
import { Progress } from './Progress.tsx';
import { trusted } from './trusted.ts';
import { useWords, type WordKey } from './words.ts';

const kinds = [
  { format: 'backup', name: 'exchangeBackup', hint: 'exchangeBackupHint' },
  { format: 'obsidian', name: 'exchangeObsidian', hint: 'exchangeObsidianHint' },
  { format: 'html', name: 'exchangeHtml', hint: 'exchangeHtmlHint' },
  { format: 'csv', name: 'exchangeCsv', hint: 'exchangeCsvHint' },
  { format: 'readwise', name: 'exchangeReadwise', hint: 'exchangeReadwiseHint' },
  { format: 'hypothesis', name: 'exchangeHypothesis', hint: 'exchangeHypothesisHint' },
  { format: 'w3c', name: 'exchangeW3c', hint: 'exchangeW3cHint' },
] as const satisfies readonly { format: ExportFormat; name: WordKey; hint: WordKey }[];

interface ExportFormProps {
  /** Only what was selected is written: no backup of everything, but a file to take it elsewhere. */
  isPart: boolean;
  /** How much is written, 0 to 1; undefined while nothing is being written. */
  done?: number;
  onExport: (format: ExportFormat) => void;
  onCancel: () => void;
}

export function ExportForm({ isPart, done, onExport, onCancel }: ExportFormProps) {
  const words = useWords();
  const group = useId();
  const [chosen, setChosen] = useState<ExportFormat>('backup');
  return (
    <div class="export-form">
      <fieldset disabled={done !== undefined}>
        <legend class="visually-hidden">{words('exchangeFormat')}</legend>
        {kinds.map(({ format, name, hint }) => (
          <label key={format}>
            <input
              type="radio"
              name={group}
              value={format}
              checked={format === chosen}
              onChange={trusted(() => setChosen(format))}
            />
            <span>
              {words(name)}{' '}
              <span class="quiet">{words(isPart && format === 'backup' ? 'exchangePartHint' : hint)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {done === undefined ? (
        <Button kind="main" label={words('exchangeExport')} onPress={() => onExport(chosen)} />
      ) : (
        <Progress label={words('exchangeWriting')} done={done} onCancel={onCancel} />
      )}
    </div>
  );
}
