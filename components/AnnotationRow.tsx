// One annotation in a list: colour bar, quote, note, tags, when; edited in place. The button with the quote covers the
// whole row for the pointer; links in the note and the actions lie above it.
import { useId } from 'preact/hooks';
import { type Annotation, noteOf, paragraphOf, quoteOf, tagsOf } from '../core/annotation.ts';
import './AnnotationRow.css';
import { Button } from './Button.tsx';
import type { Drafts } from './drafts.ts';
import { NoteText } from './NoteText.tsx';
import { RowInEdit } from './RowInEdit.tsx';
import { RowSubject } from './RowSubject.tsx';
import type { RowActions } from './row-actions.ts';
import { TagList } from './TagList.tsx';
import { trusted } from './trusted.ts';
import { shortDate } from './when.ts';
import { useWords } from './words.ts';

interface AnnotationRowProps {
  annotation: Annotation;
  actions: RowActions;
  drafts: Drafts;
  now: Date;
  /** Offered while tags are written. */
  knownTags: readonly string[];
  /** Title and site of its article, where rows of several articles stand together. */
  from?: string | undefined;
  /** What is to be said of its passage: that it is gone, say. */
  remark?: string | undefined;
  /** Its passage is nowhere in the article: shows the paragraph that it stood in. */
  lost?: boolean;
  editing: boolean;
  /** The row that the Tab key reaches; arrows lead to the others. */
  current: boolean;
  /** Its passage is the one that is read just now. */
  followed?: boolean;
}

export function AnnotationRow(props: AnnotationRowProps) {
  const { annotation, actions, drafts, knownTags, remark, editing, current, followed } = props;
  const { id } = annotation;
  return (
    <li
      class={`annotation-row${followed ? ' followed' : ''}${remark === undefined ? '' : ' adrift'}`}
      data-row={id}
      style={{ '--bar': annotation.colour ? `var(--${annotation.colour})` : 'var(--line-strong)' }}
      onKeyDown={trusted((event) => {
        if (editing || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'e') actions.onEdit(id);
        else if (event.key === 'Delete') actions.onDelete(id);
        else return;
        event.preventDefault();
      })}
    >
      {editing ? (
        <RowInEdit annotation={annotation} actions={actions} drafts={drafts} knownTags={knownTags} />
      ) : (
        <RowAtRest {...props} tabIndex={current ? 0 : -1} />
      )}
    </li>
  );
}

function RowAtRest(props: AnnotationRowProps & RestProps) {
  const { annotation, actions, now, from, remark, lost, tabIndex, followed } = props;
  const words = useWords();
  const restId = useId();
  const { id } = annotation;
  return (
    <>
      <button
        type="button"
        class="row-open"
        tabIndex={tabIndex}
        aria-describedby={restId}
        {...(followed ? { 'aria-current': true } : {})}
        onClick={trusted(() => actions.onOpen(id))}
      >
        <RowSubject annotation={annotation} />
      </button>
      <div id={restId} class="row-rest">
        {noteOf(annotation) !== '' && (
          <div class="row-note" dir="auto">
            <NoteText annotation={annotation} />
          </div>
        )}
        {remark !== undefined && <span class="row-remark">{remark}</span>}
        {lost && <LostParagraph annotation={annotation} />}
        <TagList tags={tagsOf(annotation)} />
        <span class="row-meta quiet">
          {from !== undefined && <span class="row-from">{from}</span>}
          <time dateTime={annotation.created}>{shortDate(annotation.created, now)}</time>
        </span>
      </div>
      <div class="row-actions">
        <Button label={words('rowEdit')} icon="edit" iconOnly tabIndex={tabIndex} onPress={() => actions.onEdit(id)} />
        <Button
          label={words('delete')}
          icon="trash"
          iconOnly
          kind="danger"
          tabIndex={tabIndex}
          onPress={() => actions.onDelete(id)}
        />
      </div>
    </>
  );
}

function LostParagraph({ annotation }: Pick<AnnotationRowProps, 'annotation'>) {
  const paragraph = paragraphOf(annotation);
  if (paragraph === undefined) return null;
  return (
    <p class="row-paragraph quiet" dir="auto">
      {paragraph.before}
      <mark>{quoteOf(annotation)}</mark>
      {paragraph.after}
    </p>
  );
}

interface RestProps {
  tabIndex: number;
}
