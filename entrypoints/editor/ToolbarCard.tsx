// Where the bar beside selected words shall come: here, anywhere. Opened from that bar.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { useWords } from '../../components/words.ts';
import { ownBackground } from '../../messages/callers.ts';
import type { Card } from '../../messages/protocol.ts';
import { KeysHere } from './KeysHere.tsx';

interface ToolbarCardProps {
  card: Extract<Card, { kind: 'toolbar' }>;
  onClose: () => void;
}

export function ToolbarCard({ card, onClose }: ToolbarCardProps) {
  const words = useWords();
  const [{ here, everywhere }, setShown] = useState(card.shown);
  const { failure, attempt } = useAttempt();

  function show(change: { here?: boolean; everywhere?: boolean }): void {
    attempt(async () => setShown(await ownBackground.call('showToolbar', card.host, change)));
  }

  return (
    <>
      <div class="card-top">
        <h1>{words('toolbarTitle')}</h1>
        <Button label={words('close')} icon="close" iconOnly onPress={onClose} />
      </div>
      <Switch
        label={words('toolbarHere', card.host)}
        checked={everywhere && here}
        disabled={!everywhere}
        onSwitch={(on) => show({ here: on })}
      />
      <Switch label={words('toolbarEverywhere')} checked={everywhere} onSwitch={(on) => show({ everywhere: on })} />
      {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      <p class="quiet">{words('toolbarWithout')}</p>
      <details class="card-why" open={card.keys}>
        <summary>{words('keysTitle')}</summary>
        <KeysHere />
      </details>
    </>
  );
}
