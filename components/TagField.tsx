// The tags of an annotation: each a chip that can be taken off, and a field that adds one, with those used before
// offered while one types. A combobox as the ARIA practices describe it: the focus stays in the field.
import { useId, useState } from 'preact/hooks';
import { tidyTags } from '../core/annotation.ts';
import { Button } from './Button.tsx';
import './TagField.css';
import { offeredTags } from './tags.ts';
import { trusted } from './trusted.ts';
import { useWords } from './words.ts';

interface TagFieldProps {
  tags: readonly string[];
  /** Tags used before, the most used first. */
  known: readonly string[];
  onTags: (tags: readonly string[]) => void;
}

export function TagField({ tags, known, onTags }: TagFieldProps) {
  const words = useWords();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const offered = open ? offeredTags(known, tags, typed) : [];
  const chosen = offered[active];

  function type(value: string): void {
    setTyped(value);
    setActive(-1);
    setOpen(true);
  }

  function add(tag: string): void {
    type('');
    setOpen(false);
    const next = tidyTags([...tags, ...tag.split(',')]);
    if (next.length > tags.length) onTags(next);
  }

  function remove(tag: string): void {
    onTags(tags.filter((each) => each !== tag));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setOpen(true);
      if (offered.length > 0) setActive((index) => (index + step + offered.length + 1) % (offered.length + 1));
    } else if ((event.key === 'Enter' || event.key === ',') && (chosen ?? typed.trim()) !== '') add(chosen ?? typed);
    else if (event.key === 'Backspace' && typed === '' && tags.length > 0) remove(tags.at(-1) ?? '');
    else if (event.key === 'Escape' && (typed !== '' || offered.length > 0)) {
      event.stopPropagation();
      setOpen(false);
      setTyped('');
    } else return;
    event.preventDefault();
  }

  return (
    <div class="tag-field">
      <ul aria-label={words('tagsLabel')}>
        {tags.map((tag) => (
          <li key={tag} class="tag">
            <span dir="auto">{tag}</span>
            <Button label={words('tagRemove', tag)} icon="close" iconOnly onPress={() => remove(tag)} />
          </li>
        ))}
      </ul>
      <div class="tag-adder">
        <input
          type="text"
          role="combobox"
          dir="auto"
          value={typed}
          placeholder={words('tagAdd')}
          aria-label={words('tagAdd')}
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(chosen === undefined ? {} : { 'aria-activedescendant': `${listId}-${active}` })}
          autocomplete="off"
          spellcheck={false}
          onInput={trusted((event) => type((event.currentTarget as HTMLInputElement).value))}
          onFocus={() => setOpen(true)}
          onBlur={() => add(typed)}
          onKeyDown={trusted(onKeyDown)}
        />
        <div id={listId} role="listbox" aria-label={words('tagsKnown')} hidden={offered.length === 0}>
          {offered.map((tag, index) => (
            <div
              key={tag}
              tabIndex={-1}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              dir="auto"
              // Before the field loses the focus, which would take the words typed so far.
              onPointerDown={trusted((event) => {
                event.preventDefault();
                add(tag);
              })}
            >
              {tag}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
