// Sites by their host name: what is in the list, out with one, in with another.
import { useId, useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import './SiteList.css';
import { trusted } from './trusted.ts';
import { useWords } from './words.ts';

interface SiteListProps {
  title: string;
  /** Stands in place of an empty list. */
  none: string;
  sites: readonly string[];
  onChange: (sites: string[]) => void;
}

export function SiteList({ title, none, sites, onChange }: SiteListProps) {
  const words = useWords();
  const titleId = useId();
  const errorId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);

  function add(): void {
    const host = hostIn(field.current?.value ?? '');
    setRefused(host === undefined);
    if (host === undefined || field.current === null) return;
    field.current.value = '';
    if (!sites.includes(host)) onChange([...sites, host].sort());
  }

  function remove(site: string): void {
    onChange(sites.filter((each) => each !== site));
    // The button that had the focus goes with its line.
    field.current?.focus();
  }

  return (
    <div class="site-list">
      <h3 id={titleId}>{title}</h3>
      {sites.length === 0 && <p class="quiet">{none}</p>}
      <ul aria-labelledby={titleId}>
        {sites.map((site) => (
          <li key={site}>
            <span>{site}</span>
            <Button label={words('siteRemove', site)} icon="close" iconOnly onPress={() => remove(site)} />
          </li>
        ))}
      </ul>
      <form
        onSubmit={trusted((event) => {
          event.preventDefault();
          add();
        })}
      >
        <input
          ref={field}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          placeholder={words('siteExample')}
          aria-label={words('siteAddTo', title)}
          aria-invalid={refused}
          aria-describedby={errorId}
          onInput={() => setRefused(false)}
        />
        <Button label={words('siteAdd')} onPress={add} />
      </form>
      <p id={errorId} class="site-refused" role="alert">
        {refused && words('siteRefused')}
      </p>
    </div>
  );
}

/** The host name in what was typed: a name alone, or a whole address; `www.` goes without saying. Undefined when there is none. */
export function hostIn(typed: string): string | undefined {
  const trimmed = typed.trim();
  const url = URL.parse(/^[a-z][a-z+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^www\./, '');
  return /^[^.\s]+(\.[^.\s]+)+$|^localhost$/.test(host) ? host : undefined;
}
