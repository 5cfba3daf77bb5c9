// What was imported before, so that it can be taken back after the page was closed too.
import { Button } from '../../components/Button.tsx';
import { shortDate } from '../../components/when.ts';
import { countWords, useWords } from '../../components/words.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { finishedImports } from '../../notes/exchange/undo-import.ts';
import { useLive } from '../../places/use-live.ts';

interface EarlierImportsProps {
  db: PressmarkDatabase;
  isBusy: boolean;
  onUndo: (id: string) => void;
}

export function EarlierImports({ db, isBusy, onUndo }: EarlierImportsProps) {
  const words = useWords();
  const { value: imports = [] } = useLive(() => finishedImports(db, new Date()), [db]);
  if (imports.length === 0) return null;
  const now = new Date();
  return (
    <section class="exchange-section" aria-labelledby="earlier-title">
      <h3 id="earlier-title">{words('exchangeEarlier')}</h3>
      <ul class="exchange-earlier">
        {imports.map(({ id, name, at, count = 0 }) => (
          <li key={id}>
            <span>
              <bdi>{name}</bdi>{' '}
              <span class="quiet">
                {shortDate(new Date(at).toISOString(), now)} · {countWords(words, 'exchangeTaken', count)}
              </span>
            </span>
            <Button label={words('exchangeUndo')} disabled={isBusy} onPress={() => onUndo(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
