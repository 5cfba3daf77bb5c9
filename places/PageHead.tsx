// What this page is, and the switches for it.
import type { ComponentChildren } from 'preact';
import { Button } from '../components/Button.tsx';
import { countWords, useWords, type Words } from '../components/words.ts';
import './PageHead.css';
import { isAnnotated, type Page } from './use-page.ts';

interface PageHeadProps {
  page: Page | undefined;
  /** Undefined before they are counted. */
  noteCount: number | undefined;
  onAnnotateAnyway: () => void;
  onSwitchOn: () => void;
  optionsShown: boolean;
  onOptions: () => void;
  links?: ComponentChildren;
}

export function PageHead(props: PageHeadProps) {
  const { page, noteCount, onAnnotateAnyway, onSwitchOn, optionsShown, onOptions, links } = props;
  const words = useWords();
  if (page === undefined) {
    return (
      <header class="page-head">
        <p class="quiet page-head-words">{words('popupLoading')}</p>
        <div class="page-head-links">{links}</div>
      </header>
    );
  }
  const { title, detail } = headWords(page, noteCount, words);
  return (
    <header class="page-head">
      <div class="page-head-words">
        <h1 dir="auto" title={title}>
          {title}
        </h1>
        <p class="quiet">{detail}</p>
        {page.shown?.coverage === 'known-names' && <p class="quiet">{words('popupKnownNames')}</p>}
        {page.shown?.coverage === 'handles-only' && <p class="quiet">{words('popupHandlesOnly')}</p>}
      </div>
      {page.state === 'not-spotted' && (
        <Button label={words('popupAnnotateAnyway')} kind="main" onPress={onAnnotateAnyway} />
      )}
      {page.state === 'site-off' && <Button label={words('popupSwitchOn')} kind="main" onPress={onSwitchOn} />}
      <div class="page-head-links">
        {isAnnotated(page) && (
          <Button label={words('popupOptions')} icon="marks" expanded={optionsShown} onPress={onOptions} />
        )}
        {links}
      </div>
    </header>
  );
}

function headWords(page: Page, noteCount: number | undefined, words: Words): { title: string; detail: string } {
  switch (page.state) {
    case 'unreachable':
      return { title: words('popupUnreachable'), detail: words('popupUnreachableText') };
    case 'not-spotted':
      return { title: words('popupNotArticle'), detail: words('popupNotArticleText') };
    case 'site-off':
      return { title: words('popupSiteOff', page.host), detail: words('popupSiteOffText') };
    case 'article':
    case 'annotated-anyway': {
      const kind = words(page.state === 'article' ? 'popupArticle' : 'popupAnnotatedAnyway');
      const names = page.shown && countWords(words, 'popupNames', page.shown.entityCount);
      const notes = noteCount === undefined ? undefined : countWords(words, 'popupNotes', noteCount);
      return {
        title: page.shown?.article.title ?? page.title,
        detail: [kind, names, notes].filter((each) => each !== undefined).join(' · '),
      };
    }
  }
}
