// The card of a name or a highlight of the sample, out of the parts that the real cards are made of.
import { ColourPicker } from '../../components/ColourPicker.tsx';
import { draftsIn } from '../../components/drafts.ts';
import { EntityHead } from '../../components/EntityHead.tsx';
import { NoteEditor } from '../../components/NoteEditor.tsx';
import type { Recognition } from '../../core/entities/mention.ts';
import type { DemoHighlight } from './demo.ts';
import type { Shown } from './Sample.tsx';

interface SampleCardProps {
  recognition: Recognition | undefined;
  highlights: readonly DemoHighlight[];
  shown: Shown | undefined;
  onShow: (shown: Shown) => void;
  onChange: (id: string, difference: Partial<DemoHighlight>) => void;
  onNoted: () => void;
}

const noDrafts = draftsIn(undefined);

export function SampleCard({ recognition, highlights, shown, onShow, onChange, onNoted }: SampleCardProps) {
  if (shown === undefined) return null;
  if (shown.kind === 'mention') {
    const mention = recognition?.mentions[shown.index];
    const entity = mention && recognition?.entities[mention.entity];
    if (recognition === undefined || mention === undefined || entity === undefined) return null;
    const all = recognition.mentions.flatMap((each, index) => (each.entity === mention.entity ? [index] : []));
    const at = all.indexOf(shown.index);
    return (
      <div class="welcome-card">
        <EntityHead
          name={entity.name}
          type={entity.type}
          count={all.length}
          position={at + 1}
          onStep={(step) => onShow({ kind: 'mention', index: all[(at + step + all.length) % all.length] ?? 0 })}
        />
      </div>
    );
  }
  const highlight = highlights.find(({ id }) => id === shown.id);
  if (highlight === undefined) return null;
  const { id, colour, quote } = highlight;
  return (
    <div class="welcome-card">
      <blockquote lang="en" dir="ltr" style={{ '--bar': `var(--${colour})` }}>
        {quote}
      </blockquote>
      <NoteEditor
        key={id}
        id={id}
        value={highlight.note}
        drafts={noDrafts}
        focus={shown.write}
        save={async (note) => {
          onChange(id, { note });
          if (note !== '') onNoted();
          return { changeId: id };
        }}
      />
      <ColourPicker value={colour} onPick={(next) => onChange(id, { colour: next })} />
    </div>
  );
}
