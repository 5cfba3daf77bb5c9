// The reader's own names to watch: each with its kind and its other names; to add, change and take out.
import { useId, useRef, useState } from 'preact/hooks';
import { type EntityType, newAnnotationId } from '../core/annotation.ts';
import type { WatchedName } from '../core/entities/watched-names.ts';
import { Button } from './Button.tsx';
import { kindKeys } from './EntityHead.tsx';
import { Select } from './Select.tsx';
import { trusted } from './trusted.ts';
import './WatchList.css';
import { useWords } from './words.ts';

interface WatchListProps {
  names: readonly WatchedName[];
  onWatch: (name: WatchedName) => void;
  onUnwatch: (name: WatchedName) => void;
}

const types: readonly EntityType[] = ['Person', 'Organization', 'Place', 'Handle'];

export function WatchList({ names, onWatch, onUnwatch }: WatchListProps) {
  const words = useWords();
  const [changing, setChanging] = useState<string>();
  return (
    <div class="watch-list">
      <ul>
        {names.map((name) => (
          <li key={name.id}>
            {changing === name.id ? (
              <WatchForm
                name={name}
                onDone={(changed) => {
                  setChanging(undefined);
                  if (changed !== undefined) onWatch(changed);
                }}
              />
            ) : (
              <>
                <span class="watch-words" dir="auto">
                  <b>{name.name}</b>{' '}
                  <span class={`entity-kind ${name.type.toLowerCase()}`}>{words(kindKeys[name.type])}</span>
                  {name.aliases.length > 0 && <span class="quiet">{name.aliases.join(', ')}</span>}
                </span>
                <Button
                  label={words('watchChange', name.name)}
                  icon="edit"
                  iconOnly
                  onPress={() => setChanging(name.id)}
                />
                <Button label={words('watchRemove', name.name)} icon="close" iconOnly onPress={() => onUnwatch(name)} />
              </>
            )}
          </li>
        ))}
      </ul>
      <WatchForm key={names.length} onDone={(added) => added !== undefined && onWatch(added)} />
    </div>
  );
}

interface WatchFormProps {
  /** To be changed; without it a new one is made. */
  name?: WatchedName;
  /** Undefined when nothing is to be kept. */
  onDone: (name: WatchedName | undefined) => void;
}

function WatchForm({ name, onDone }: WatchFormProps) {
  const words = useWords();
  const hintId = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const aliasField = useRef<HTMLInputElement>(null);
  const [type, setType] = useState<EntityType>(name?.type ?? 'Person');

  function keep(): void {
    const written = nameField.current?.value.trim() ?? '';
    const aliases = (aliasField.current?.value ?? '').split(/[,;、，]/u).map((alias) => alias.trim());
    if (written === '') nameField.current?.focus();
    else onDone({ id: name?.id ?? newAnnotationId(Date.now()), name: written, aliases, type });
  }

  return (
    <form
      class="watch-form"
      onSubmit={trusted((event) => {
        event.preventDefault();
        keep();
      })}
    >
      <input
        ref={nameField}
        type="text"
        class="text-field"
        dir="auto"
        maxLength={200}
        autocomplete="off"
        defaultValue={name?.name}
        aria-label={words('watchName')}
        placeholder={words('watchName')}
      />
      <Select
        label={words('watchKind')}
        value={type}
        options={types.map((each) => ({ value: each, words: words(kindKeys[each]) }))}
        onSelect={setType}
      />
      <input
        ref={aliasField}
        type="text"
        class="text-field watch-aliases"
        dir="auto"
        maxLength={2000}
        autocomplete="off"
        defaultValue={name?.aliases.join(', ')}
        aria-label={words('watchAliases')}
        aria-describedby={hintId}
        placeholder={words('watchAliases')}
      />
      <Button label={words(name === undefined ? 'watchAdd' : 'watchKeep')} onPress={keep} />
      <p id={hintId} class="quiet">
        {words('watchAliasesHint')}
      </p>
    </form>
  );
}
