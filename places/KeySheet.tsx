// The sheet of keys that `?` opens in popup, panel and library.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { type FixedKeys, KeyList, type Shortcut } from '../components/KeyList.tsx';
import { trusted } from '../components/trusted.ts';
import { useWords } from '../components/words.ts';
import './KeySheet.css';
import { ownBackground } from '../messages/callers.ts';

/** In every list of notes, and while a note is written. */
const fixed: readonly FixedKeys[] = [
  { keys: ['↑', '↓'], does: 'keysRows' },
  { keys: ['Enter'], does: 'keysOpen' },
  { keys: ['E'], does: 'rowEdit' },
  { keys: ['Del'], does: 'keysDelete' },
  { keys: ['Ctrl', 'B', 'I', 'K'], does: 'keysMarkdown' },
  { keys: ['?'], does: 'keysThis' },
];

export function KeySheet() {
  const words = useWords();
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>();
  useEffect(() => {
    const onKeyDown = trusted((event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest('input, textarea, select') !== null) return;
      event.preventDefault();
      // Without an answer the keys of this view are still true.
      ownBackground.call('shortcuts').then(setShortcuts, () => setShortcuts([]));
    });
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  if (shortcuts === undefined) return null;
  const close = (): void => setShortcuts(undefined);
  return (
    <Dialog title={words('keysTitle')} onClose={close}>
      <KeyList shortcuts={shortcuts} fixed={fixed} />
      <div class="dialog-foot">
        <Button label={words('close')} onPress={close} />
      </div>
    </Dialog>
  );
}
