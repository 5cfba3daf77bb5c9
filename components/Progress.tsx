// How far a longer work is, and the way to stop it.
import { Button } from './Button.tsx';
import './Progress.css';
import { useWords } from './words.ts';

interface ProgressProps {
  label: string;
  /** 0 to 1; undefined where nobody knows. */
  done?: number;
  onCancel?: () => void;
  /** Shown only once it has taken a while: most of the time it does not. */
  late?: boolean;
}

export function Progress({ label, done, onCancel, late }: ProgressProps) {
  const words = useWords();
  return (
    <div class={late ? 'progress late' : 'progress'}>
      <span>{label}</span>
      <progress aria-label={label} max={1} {...(done === undefined ? {} : { value: done })} />
      {onCancel && <Button label={words('cancel')} onPress={onCancel} />}
    </div>
  );
}
