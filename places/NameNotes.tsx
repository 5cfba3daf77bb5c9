// The notes in which a name appears: those of this article, and those of others with where they stand.
import { useState } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import './NameNotes.css';
import { trusted } from '../components/trusted.ts';
import { countWords, useWords } from '../components/words.ts';
import { noteOf, quoteOf } from '../core/annotation.ts';
import type { PressmarkDatabase, StoredAnnotation } from '../notes/database.ts';
import type { NotesNaming } from '../notes/notes-naming.ts';
import { withArticles } from './rows.ts';
import { useLive } from './use-live.ts';

interface NameNotesProps {
  db: PressmarkDatabase;
  found: NotesNaming;
  onOpen: (id: string) => void;
  /** Opens the name's own page. */
  onPage: () => void;
}

export function NameNotes({ db, found, onOpen, onPage }: NameNotesProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { here, elsewhere, count, articles } = found;
  if (here.length === 0 && count === 0) return null;
  const parts = [
    ...(here.length > 0 ? [countWords(words, 'nameNotesHere', here.length)] : []),
    ...(count > 0
      ? [`${countWords(words, 'popupNotes', count)} ${countWords(words, 'nameInArticles', articles)}`]
      : []),
  ];
  return (
    <details class="name-notes" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{parts.join(' · ')}</summary>
      {open && (
        <>
          <Notes db={db} annotations={[...here, ...elsewhere]} here={here.length} onOpen={onOpen} />
          <Button label={words('namePage')} icon="library" onPress={onPage} />
        </>
      )}
    </details>
  );
}

interface NotesProps {
  db: PressmarkDatabase;
  annotations: readonly StoredAnnotation[];
  /** So many of them, the first, stand in this article. */
  here: number;
  onOpen: (id: string) => void;
}

function Notes({ db, annotations, here, onOpen }: NotesProps) {
  const rows = useLive(() => withArticles(db, annotations), [db, annotations]).value ?? [];
  return (
    <ul>
      {rows.map(({ annotation, from }, index) => (
        <li key={annotation.id} style={{ '--bar': annotation.colour ? `var(--${annotation.colour})` : 'var(--line)' }}>
          <button type="button" onClick={trusted(() => onOpen(annotation.id))}>
            <span class="name-note" dir="auto">
              {noteOf(annotation) || quoteOf(annotation)}
            </span>
            {index >= here && from !== undefined && (
              <span class="name-from quiet" dir="auto">
                {from}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
