// Why a file cannot be read, in the reader's words; what went wrong here otherwise as everywhere.
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { useWords, type WordKey } from '../../components/words.ts';
import { FileError, type FileFault } from '../../notes/exchange/entries.ts';

const sentences: Readonly<Record<FileFault, WordKey>> = {
  empty: 'exchangeFaultEmpty',
  'unknown-format': 'exchangeFaultUnknown',
  'wrong-encoding': 'exchangeFaultEncoding',
  'newer-version': 'exchangeFaultNewer',
  unreadable: 'exchangeFaultDamaged',
};

export function FaultLine({ error }: { error: unknown }) {
  const words = useWords();
  if (!(error instanceof FileError)) return <ErrorLine error={error} />;
  return (
    <div class="error-line" role="alert">
      <p>
        {words(sentences[error.fault], String(error.line ?? 1))} {words('exchangeNothingTaken')}
      </p>
    </div>
  );
}
