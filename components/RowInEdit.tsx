// A row while its note, tags and colour are changed.
import { type Annotation, noteOf, tagsOf } from '../core/annotation.ts';
import { Button } from './Button.tsx';
import { ColourPicker } from './ColourPicker.tsx';
import type { Drafts } from './drafts.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { RowSubject } from './RowSubject.tsx';
import type { RowActions } from './row-actions.ts';
import { TagField } from './TagField.tsx';
import { useWords } from './words.ts';

interface RowInEditProps {
  annotation: Annotation;
  actions: RowActions;
  drafts: Drafts;
  knownTags: readonly string[];
}

export function RowInEdit({ annotation, actions, drafts, knownTags }: RowInEditProps) {
  const words = useWords();
  const { id } = annotation;
  return (
    <div class="row-edit">
      <RowSubject annotation={annotation} />
      <NoteEditor
        id={id}
        value={noteOf(annotation)}
        modified={annotation.modified}
        drafts={drafts}
        save={(note, base) => actions.save(id, note, base)}
        onLeave={() => actions.onLeaveEdit(id)}
        focus
      />
      <TagField tags={tagsOf(annotation)} known={knownTags} onTags={(tags) => actions.onTags(id, tags)} />
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
