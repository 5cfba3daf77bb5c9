// What this page is, and the switches for it.
import { Button } from '../../components/Button.tsx';
import { countWords, useWords, type Words } from '../../components/words.ts';
import './PageHead.css';
import type { Page } from '../../places/use-page.ts';

interface PageHeadProps {
  page: Page | undefined;
  /** Undefined before they are counted. */
  noteCount: number | undefined;
  onAnnotateAnyway: () => void;
  onSwitchOn: () => void;
  optionsShown: boolean;
  onOptions: () => void;
}

export function PageHead({ page, noteCount, onAnnotateAnyway, onSwitchOn, optionsShown, onOptions }: PageHeadProps) {
  const words = useWords();
  if (page === undefined) {
    return (
      <header class="page-head">
        <p class="quiet">{words('popupLoading')}</p>
      </header>
    );
  }
  const { title, detail } = headWords(page, noteCount, words);
  const annotated = page.state === 'article' || page.state === 'annotated-anyway';
  return (
    <header class="page-head">
      <div class="page-head-words">
        <h1 dir="auto" title={title}>
          {title}
        </h1>
        <p class="quiet">{detail}</p>
        {page.shown?.coverage === 'handles-only' && <p class="quiet">{words('popupHandlesOnly')}</p>}
      </div>
      {page.state === 'not-spotted' && (
        <Button label={words('popupAnnotateAnyway')} kind="main" onPress={onAnnotateAnyway} />
      )}
      {page.state === 'site-off' && <Button label={words('popupSwitchOn')} kind="main" onPress={onSwitchOn} />}
      {annotated && (
        <Button label={words('popupOptions')} icon="settings" iconOnly expanded={optionsShown} onPress={onOptions} />
      )}
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
