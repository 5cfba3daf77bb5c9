// The way between the library's views, and to the settings.
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button.tsx';
import { trusted } from '../../components/trusted.ts';
import { useWords, type WordKey } from '../../components/words.ts';
import { type LibraryState, start, writeAddress } from '../../places/library-address.ts';
import type { Go } from './use-address.ts';

interface LibraryHeadProps {
  view: LibraryState['view'];
  go: Go;
  attempt: (work: () => Promise<unknown>) => void;
}

const ways = [
  { view: 'notes', title: 'libraryNotes' },
  { view: 'entity', title: 'libraryNames' },
  { view: 'timeline', title: 'libraryTimeline' },
  { view: 'trash', title: 'libraryTrash' },
] as const satisfies readonly { view: LibraryState['view']; title: WordKey }[];

export function LibraryHead({ view, go, attempt }: LibraryHeadProps) {
  const words = useWords();
  return (
    <header class="library-head">
      <img src="/icon/48.png" alt="" width={28} height={28} />
      <h1>{words('libraryTitle')}</h1>
      <nav aria-label={words('libraryTitle')}>
        {ways.map((way) => (
          <a
            key={way.view}
            href={`library.html${writeAddress({ ...start, view: way.view })}`}
            {...(way.view === view ? { 'aria-current': 'page' as const } : {})}
            onClick={trusted((event: MouseEvent) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              go({ ...start, view: way.view, note: undefined, article: undefined, entity: undefined });
            })}
          >
            {words(way.title)}
          </a>
        ))}
        <a href="/exchange.html">{words('exchangeTitle')}</a>
      </nav>
      <Button
        label={words('settingsAll')}
        icon="settings"
        iconOnly
        onPress={() => attempt(() => browser.runtime.openOptionsPage())}
      />
    </header>
  );
}
