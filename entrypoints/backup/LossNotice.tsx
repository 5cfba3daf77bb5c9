// Says that the browser had lost the notes, how many came back, and the way to a backup.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { countWords, useWords } from '../../components/words.ts';
import { forgetLoss, type Loss, readLoss, watchLoss } from './loss.ts';
import './LossNotice.css';

export function LossNotice() {
  const words = useWords();
  const [loss, setLoss] = useState<Loss>();
  useEffect(() => {
    const read = (): void => void readLoss().then(setLoss, () => undefined);
    read();
    return watchLoss(read);
  }, []);
  if (loss === undefined) return null;
  const { restored } = loss;
  return (
    <div class="loss-notice" role="status">
      <p>
        {words('lossTold')}{' '}
        {restored === undefined ? words('lossNotRestored') : countWords(words, 'lossRestored', restored)}
      </p>
      <div class="loss-actions">
        <Button label={words('lossRead')} onPress={() => void forgetLoss()} />
        <a class="button" href="/exchange.html" target="_blank" rel="noopener">
          {words('backupRestore')}
        </a>
      </div>
    </div>
  );
}
