// Says what was done and offers to undo it for a while. Time stands still while a hand or the focus is on it.
import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import './UndoBar.css';
import { useWords } from './words.ts';

interface UndoBarProps {
  message: string;
  onUndo: () => void;
  onDone: () => void;
  /** ms that it stays. */
  duration?: number;
}

export function UndoBar({ message, onUndo, onDone, duration = 10_000 }: UndoBarProps) {
  const words = useWords();
  const [held, setHeld] = useState(false);
  // A region that is there is read when words come into it; one that comes with its words often is not.
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(message), [message]);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onDone, duration);
    return () => clearTimeout(timer);
  }, [held, message, onDone, duration]);
  return (
    <div
      class="undo-bar"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span>{said}</span>
      <Button label={words('undo')} onPress={onUndo} />
      <Button label={words('close')} icon="close" iconOnly onPress={onDone} />
    </div>
  );
}
