// How far a longer work is, and the way to stop it.
import { Button } from './Button.tsx';
import './Progress.css';
import { useWords } from './words.ts';

interface ProgressProps {
  label: string;
  /** 0 to 1. */
  done: number;
  onCancel?: () => void;
}

export function Progress({ label, done, onCancel }: ProgressProps) {
  const words = useWords();
  return (
    <div class="progress">
      <span>{label}</span>
      <progress aria-label={label} max={1} value={done} />
      {onCancel && <Button label={words('cancel')} onPress={onCancel} />}
    </div>
  );
}
