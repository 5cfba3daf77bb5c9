// The card of a highlight: its words, its colour, the note.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { ColourPicker } from '../../components/ColourPicker.tsx';
import type { Drafts } from '../../components/drafts.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { NoteEditor } from '../../components/NoteEditor.tsx';
import { PassageDiff } from '../../components/PassageDiff.tsx';
import { TagField } from '../../components/TagField.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { useWords } from '../../components/words.ts';
import { type Colour, entityOf, noteOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import { ownBackground, pageIn } from '../../messages/callers.ts';
import type { Card } from '../../messages/protocol.ts';

interface AnnotationCardProps {
  card: Extract<Card, { kind: 'annotation' }>;
  drafts: Drafts;
  onClose: () => void;
}

export function AnnotationCard({ card, drafts, onClose }: AnnotationCardProps) {
  const words = useWords();
  const { annotation, tabId } = card;
  const { id } = annotation;
  const [colour, setColour] = useState(annotation.colour);
  const [tags, setTags] = useState<readonly string[]>(() => tagsOf(annotation));
  const { failure, attempt } = useAttempt();
  const subject = quoteOf(annotation) || entityOf(annotation)?.name || words('rowPageNote');

  const bar = { '--bar': colour ? `var(--${colour})` : 'var(--line)' };

  function recolour(next: Colour): void {
    const before = colour;
    setColour(next);
    attempt(async () => {
      try {
        const { changeId } = await ownBackground.call('setColour', id, next);
        await pageIn(tabId)
          .call('offerUndo', changeId, 'recoloured')
          .catch(() => undefined);
      } catch (error) {
        setColour(before);
        throw error;
      }
    });
  }

  function retag(next: readonly string[]): void {
    const before = tags;
    setTags(next);
    attempt(async () => {
      try {
        await ownBackground.call('setTags', id, next);
      } catch (error) {
        setTags(before);
        throw error;
      }
    });
  }

  function remove(): void {
    attempt(async () => {
      const { changeId } = await ownBackground.call('deleteAnnotation', id);
      await pageIn(tabId)
        .call('offerUndo', changeId, 'deleted')
        .catch(() => undefined);
      onClose();
    });
  }

  return (
    <>
      <h1 class="visually-hidden">{words('noteLabel')}</h1>
      <div class="card-top">
        {card.now === undefined ? (
          <blockquote dir="auto" style={bar}>
            {subject}
          </blockquote>
        ) : (
          <div style={bar}>
            <PassageDiff before={quoteOf(annotation)} now={card.now} />
          </div>
        )}
        <Button label={words('close')} icon="close" iconOnly onPress={onClose} />
      </div>
      <NoteEditor
        id={id}
        value={noteOf(annotation)}
        modified={annotation.modified}
        drafts={drafts}
        focus={card.write}
        save={(value, base) => ownBackground.call('saveNote', { id, value, base })}
      />
      <TagField tags={tags} known={card.knownTags} onTags={retag} />
      {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      <footer class="card-foot">
        {colour && <ColourPicker value={colour} onPick={recolour} />}
        <Button label={words('delete')} icon="trash" iconOnly kind="danger" onPress={remove} />
      </footer>
    </>
  );
}
