// One annotation with all that is known of it: its article, the passage between its neighbours, the note, tags, colour.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { ColourPicker } from '../../components/ColourPicker.tsx';
import type { Drafts } from '../../components/drafts.ts';
import { kindKeys } from '../../components/EntityHead.tsx';
import { NoteEditor } from '../../components/NoteEditor.tsx';
import { NoteText } from '../../components/NoteText.tsx';
import { safeAddress } from '../../components/safe-address.ts';
import { TagField } from '../../components/TagField.tsx';
import { trusted } from '../../components/trusted.ts';
import { fullDate } from '../../components/when.ts';
import { useWords } from '../../components/words.ts';
import { entityOf, noteOf, tagsOf } from '../../core/annotation.ts';
import { ownBackground } from '../../messages/callers.ts';
import type { Notebook } from '../../places/notebook.ts';
import { siteOf } from './LibraryRow.tsx';
import './NoteDetail.css';
import { Passage } from './Passage.tsx';
import type { Go } from './use-address.ts';
import type { Deeds } from './use-deeds.ts';
import type { FoundRow } from './use-found.ts';

interface NoteDetailProps {
  row: FoundRow;
  knownTags: readonly string[];
  notebook: Notebook;
  drafts: Drafts;
  deeds: Deeds;
  go: Go;
  onDelete: () => void;
  /** The note is to be written in at once. */
  writing: boolean;
  onWriting: (writing: boolean) => void;
}

export function NoteDetail(props: NoteDetailProps) {
  const { row, knownTags, notebook, drafts, deeds, go, onDelete, writing, onWriting } = props;
  const words = useWords();
  const { annotation, article } = row;
  const { id } = annotation;
  const entity = entityOf(annotation);
  const source = safeAddress(annotation.target.source);
  const [colour, setColour] = useState(annotation.colour);
  return (
    <article class="note-detail" aria-label={words('detailLabel')}>
      {article !== undefined && (
        <header class="detail-article">
          <h2 dir="auto">{article.title || article.url}</h2>
          <p class="quiet">
            <bdi>{[siteOf(article), article.byline, fullDate(article.publishedTime)].filter(Boolean).join(' · ')}</bdi>
          </p>
          <div class="detail-actions">
            {source !== undefined && (
              <Button
                label={words('detailOpen')}
                icon="open"
                onPress={() => deeds.attempt(() => ownBackground.call('showAnnotation', id))}
              />
            )}
            <Button
              label={words('detailArticle')}
              icon="library"
              onPress={() => go({ view: 'article', article: article.id, note: undefined })}
            />
          </div>
        </header>
      )}
      {entity !== undefined ? (
        <button
          type="button"
          class="detail-entity"
          onClick={trusted(() => go({ view: 'entity', entity, note: undefined }))}
        >
          <bdi>{entity.name}</bdi> <span class="quiet">{words(kindKeys[entity.type])}</span>
        </button>
      ) : (
        <Passage annotation={annotation} />
      )}
      {writing ? (
        <NoteEditor
          key={id}
          id={id}
          value={noteOf(annotation)}
          modified={annotation.modified}
          drafts={drafts}
          save={(value, base) => notebook.saveNote({ id, value, base })}
          onLeave={() => onWriting(false)}
          focus
        />
      ) : (
        <div class="detail-note" data-hits dir="auto">
          <NoteText annotation={annotation} />
        </div>
      )}
      <div class="detail-actions">
        <Button
          label={words(writing ? 'done' : noteOf(annotation) === '' ? 'detailWrite' : 'rowEdit')}
          icon={writing ? 'check' : 'edit'}
          onPress={() => onWriting(!writing)}
        />
        <Button label={words('delete')} icon="trash" kind="danger" onPress={onDelete} />
      </div>
      <TagField
        tags={tagsOf(annotation)}
        known={knownTags}
        onTags={(tags) => deeds.attempt(() => notebook.setTags(id, tags))}
      />
      {annotation.colour !== undefined && (
        <ColourPicker
          value={colour}
          onPick={(next) => {
            setColour(next);
            deeds.attempt(() => notebook.setColour(id, next));
          }}
        />
      )}
      <p class="quiet">
        {words('detailMade', fullDate(annotation.created))}
        {annotation.modified !== annotation.created && ` ${words('detailChanged', fullDate(annotation.modified))}`}
      </p>
    </article>
  );
}
