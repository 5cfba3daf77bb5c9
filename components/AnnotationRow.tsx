// One annotation in a list: colour bar, quote, note, when; edited in place.
import { type Annotation, type Colour, entityOf, noteOf, quoteOf, type Saved } from '../core/annotation.ts';
import './AnnotationRow.css';
import { Button } from './Button.tsx';
import { ColourPicker } from './ColourPicker.tsx';
import type { Drafts } from './drafts.ts';
import { kindKeys } from './EntityHead.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { trusted } from './trusted.ts';
import { shortDate } from './when.ts';
import { useWords } from './words.ts';

export interface RowActions {
  onOpen(id: string): void;
  onEdit(id: string): void;
  onLeaveEdit(id: string): void;
  onDelete(id: string): void;
  onColour(id: string, colour: Colour): void;
  /** Keeps the note; see NoteEditor. */
  save(id: string, words: string, base: string): Promise<Saved>;
}

interface AnnotationRowProps {
  annotation: Annotation;
  actions: RowActions;
  drafts: Drafts;
  now: Date;
  /** Title and site of its article, where rows of several articles stand together. */
  from?: string | undefined;
  /** Its passage is not in the page any more. */
  lost: boolean;
  editing: boolean;
  /** The row that the Tab key reaches; arrows lead to the others. */
  current: boolean;
}

export function AnnotationRow({ annotation, actions, drafts, now, from, lost, editing, current }: AnnotationRowProps) {
  const words = useWords();
  const { id } = annotation;
  return (
    <li
      class="annotation-row"
      data-row={id}
      style={{ '--bar': annotation.colour ? `var(--${annotation.colour})` : 'var(--line)' }}
      onKeyDown={trusted((event) => {
        if (editing || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'e') actions.onEdit(id);
        else if (event.key === 'Delete') actions.onDelete(id);
        else return;
        event.preventDefault();
      })}
    >
      {editing ? (
        <RowInEdit annotation={annotation} actions={actions} drafts={drafts} />
      ) : (
        <>
          <button
            type="button"
            class="row-open"
            tabIndex={current ? 0 : -1}
            onClick={trusted(() => actions.onOpen(id))}
          >
            <RowText annotation={annotation} />
            {lost && <span class="row-lost">{words('rowLost')}</span>}
            <span class="row-meta quiet">
              {from !== undefined && <span class="row-from">{from}</span>}
              <time dateTime={annotation.created}>{shortDate(annotation.created, now)}</time>
            </span>
          </button>
          <div class="row-actions">
            <Button
              label={words('rowEdit')}
              icon="edit"
              iconOnly
              tabIndex={current ? 0 : -1}
              onPress={() => actions.onEdit(id)}
            />
            <Button
              label={words('delete')}
              icon="trash"
              iconOnly
              kind="danger"
              tabIndex={current ? 0 : -1}
              onPress={() => actions.onDelete(id)}
            />
          </div>
        </>
      )}
    </li>
  );
}

function RowText({ annotation }: { annotation: Annotation }) {
  const words = useWords();
  const quote = quoteOf(annotation);
  const note = noteOf(annotation);
  const entity = entityOf(annotation);
  return (
    <>
      {entity ? (
        <span class="row-subject">
          {entity.name} <span class="quiet">{words(kindKeys[entity.type])}</span>
        </span>
      ) : quote ? (
        <span class="row-quote" dir="auto">
          {quote}
        </span>
      ) : (
        <span class="row-subject">{words('rowPageNote')}</span>
      )}
      {note && (
        <span class="row-note" dir="auto">
          {note}
        </span>
      )}
    </>
  );
}

function RowInEdit({ annotation, actions, drafts }: Pick<AnnotationRowProps, 'annotation' | 'actions' | 'drafts'>) {
  const words = useWords();
  const { id } = annotation;
  return (
    <div class="row-edit">
      <RowText annotation={{ ...annotation, body: annotation.body.filter((body) => body.purpose !== 'commenting') }} />
      <NoteEditor
        id={id}
        value={noteOf(annotation)}
        modified={annotation.modified}
        drafts={drafts}
        save={(note, base) => actions.save(id, note, base)}
        onLeave={() => actions.onLeaveEdit(id)}
        focus
      />
      <div class="row-edit-foot">
        {annotation.colour && (
          <ColourPicker value={annotation.colour} onPick={(colour) => actions.onColour(id, colour)} />
        )}
        <span class="row-edit-end">
          <Button label={words('delete')} icon="trash" iconOnly kind="danger" onPress={() => actions.onDelete(id)} />
          <Button label={words('done')} onPress={() => actions.onLeaveEdit(id)} />
        </span>
      </div>
    </div>
  );
}
