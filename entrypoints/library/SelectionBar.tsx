// What can be done with all that is selected.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { ColourPicker } from '../../components/ColourPicker.tsx';
import { TagField } from '../../components/TagField.tsx';
import { countWords, useWords } from '../../components/words.ts';
import type { Notebook } from '../../places/notebook.ts';
import './SelectionBar.css';
import type { Deeds } from './use-deeds.ts';

interface SelectionBarProps {
  ids: readonly string[];
  /** How many were found in all: they can all be selected. */
  total: number;
  knownTags: readonly string[];
  notebook: Notebook;
  deeds: Deeds;
  onAll: () => void;
  onNone: () => void;
  /** Further actions. */
  more?: ComponentChildren;
}

export function SelectionBar({ ids, total, knownTags, notebook, deeds, onAll, onNone, more }: SelectionBarProps) {
  const words = useWords();
  const [tagging, setTagging] = useState(false);
  return (
    <section class="selection-bar" aria-label={words('selectionLabel')}>
      <p role="status">{countWords(words, 'selectionCount', ids.length)}</p>
      {ids.length < total && <Button label={countWords(words, 'selectionAll', total)} onPress={onAll} />}
      <Button label={words('selectionNone')} onPress={onNone} />
      <ColourPicker
        value={undefined}
        onPick={(colour) =>
          deeds.doing(countWords(words, 'deedColoured', ids.length), (signal) =>
            notebook.colourAll(ids, colour, signal),
          )
        }
      />
      <Button label={words('selectionTag')} expanded={tagging} onPress={() => setTagging(!tagging)} />
      {more}
      <Button
        label={words('delete')}
        icon="trash"
        kind="danger"
        onPress={() => {
          deeds.doing(countWords(words, 'deedDeleted', ids.length), (signal) => notebook.removeAll(ids, signal));
          onNone();
        }}
      />
      {tagging && (
        <div class="selection-tags">
          <TagField
            tags={[]}
            known={knownTags}
            onTags={(tags) =>
              deeds.doing(countWords(words, 'deedTagged', ids.length), (signal) =>
                notebook.tagAll(ids, { add: tags }, signal),
              )
            }
          />
        </div>
      )}
    </section>
  );
}
