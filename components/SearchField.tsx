// A field that searches while one types. Escape empties it first.
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import './SearchField.css';
import { useWords } from './words.ts';

interface SearchFieldProps {
  label: string;
  value: string;
  onSearch: (value: string) => void;
  /** Arrow down leads from the field into what was found. */
  onArrowDown: () => void;
  focus?: boolean;
}

export function SearchField({ label, value, onSearch, onArrowDown, focus }: SearchFieldProps) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        value={value}
        dir="auto"
        aria-label={label}
        placeholder={label}
        title={words('searchHint')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onArrowDown();
          }
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onSearch('');
          }
        }}
      />
    </div>
  );
}
