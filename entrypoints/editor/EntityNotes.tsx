// The reader's notes on an entity in this article, and the way to write one.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import type { Drafts } from '../../components/drafts.ts';
import { NoteEditor } from '../../components/NoteEditor.tsx';
import { NoteText } from '../../components/NoteText.tsx';
import { useWords } from '../../components/words.ts';
import { type Annotation, newAnnotationId, noteOf, quoteOf } from '../../core/annotation.ts';
import { ownBackground, pageIn } from '../../messages/callers.ts';
import type { Card } from '../../messages/protocol.ts';

interface EntityNotesProps {
  card: Extract<Card, { kind: 'entity' }>;
  drafts: Drafts;
  attempt: (work: () => Promise<unknown>) => void;
}

export function EntityNotes({ card, drafts, attempt }: EntityNotesProps) {
  const words = useWords();
  const { entity, tabId } = card;
  const draftName = `entity:${card.mention.source}:${entity.name}`;
  const [notes, setNotes] = useState(card.notes);
  const [editing, setEditing] = useState<string>();
  // Words that were never kept are offered again.
  const [newId, setNewId] = useState(() => {
    const draft = drafts.read(draftName);
    return card.notes.some((each) => each.id === draft?.id) ? undefined : draft?.id;
  });

  async function save(id: string, value: string, base: string) {
    const create = { id, target: card.mention, entity: { name: entity.name, type: entity.type } };
    const saved = await ownBackground.call('saveNote', { id, value, base, ...(id === newId ? { create } : {}) });
    setNotes((all) => all.map((each) => (each.id === id ? withNote(each, saved.note ?? value) : each)));
    return saved;
  }

  function remove(id: string): void {
    attempt(async () => {
      const { changeId } = await ownBackground.call('deleteAnnotation', id);
      setNotes((all) => all.filter((each) => each.id !== id));
      await pageIn(tabId)
        .call('offerUndo', changeId, 'deleted')
        .catch(() => undefined);
    });
  }

  return (
    <section class="entity-notes">
      {notes.length > 0 && <h2>{words('editorNotes')}</h2>}
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            {editing === note.id ? (
              <NoteEditor
                id={note.id}
                value={noteOf(note)}
                modified={note.modified}
                drafts={drafts}
                save={(value, base) => save(note.id, value, base)}
                onLeave={() => setEditing(undefined)}
                focus
              />
            ) : (
              <div dir="auto">{noteOf(note) === '' ? quoteOf(note) : <NoteText annotation={note} />}</div>
            )}
            <Button label={words('rowEdit')} icon="edit" iconOnly onPress={() => setEditing(note.id)} />
            <Button label={words('delete')} icon="trash" iconOnly kind="danger" onPress={() => remove(note.id)} />
          </li>
        ))}
      </ul>
      {newId === undefined ? (
        <Button label={words('editorWriteOn')} icon="note" onPress={() => setNewId(newAnnotationId(Date.now()))} />
      ) : (
        <NoteEditor
          id={newId}
          value=""
          draftName={draftName}
          drafts={drafts}
          save={(value, base) => save(newId, value, base)}
          focus
        />
      )}
    </section>
  );
}

function withNote(annotation: Annotation, value: string): Annotation {
  const others = annotation.body.filter((body) => body.purpose !== 'commenting');
  return {
    ...annotation,
    body: [...others, { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value }],
    modified: new Date().toISOString(),
  };
}
