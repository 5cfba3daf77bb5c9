// A place for a file: dropped on it, or chosen by its button, with the hand or the keyboard.
import { useState } from 'preact/hooks';
import './FileDrop.css';

interface FileDropProps {
  label: string;
  hint: string;
  onFile: (file: File) => void;
}

export function FileDrop({ label, hint, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    <label
      class={`file-drop${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <input
        type="file"
        class="visually-hidden"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
        }}
      />
      <span class="button main">{label}</span>
      <span class="quiet">{hint}</span>
    </label>
  );
}
