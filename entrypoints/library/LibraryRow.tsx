// One annotation in the library's list, in few lines. Nothing in it takes the focus: the list does.

import { Icon } from '../../components/Icon.tsx';
import { wordsOfMarkdown } from '../../components/parse-markdown.ts';
import { RowSubject } from '../../components/RowSubject.tsx';
import { shortDate } from '../../components/when.ts';
import { noteOf, tagsOf } from '../../core/annotation.ts';
import './LibraryRow.css';
import type { FoundRow } from './use-found.ts';

interface LibraryRowProps {
  row: FoundRow | undefined;
  now: Date;
  selected: boolean;
  /** The article stands above the row already. */
  grouped: boolean;
}

export function LibraryRow({ row, now, selected, grouped }: LibraryRowProps) {
  if (row === undefined) return <div class="library-row waiting" />;
  const { annotation, article } = row;
  const note = wordsOfMarkdown(noteOf(annotation));
  const tags = tagsOf(annotation);
  return (
    <div
      class={note === '' ? 'library-row bare' : 'library-row'}
      style={{ '--bar': annotation.colour ? `var(--${annotation.colour})` : 'var(--line-strong)' }}
    >
      <span class="row-box">
        <span class={selected ? 'box checked' : 'box'}>{selected && <Icon name="check" />}</span>
      </span>
      <span class="row-lines">
        <RowSubject annotation={annotation} />
        {note !== '' && (
          <span class="row-note-line" dir="auto">
            {note}
          </span>
        )}
        <span class="row-foot quiet">
          {tags.map((tag) => (
            <span key={tag} class="tag" dir="auto">
              {tag}
            </span>
          ))}
          {!grouped && article !== undefined && (
            <bdi class="row-article">{[siteOf(article), article.title].filter(Boolean).join(' · ')}</bdi>
          )}
          <time dateTime={annotation.created}>{shortDate(annotation.created, now)}</time>
        </span>
      </span>
    </div>
  );
}

/** What the outlet is called, else its host. */
export function siteOf({ siteName, url }: { siteName?: string; url: string }): string {
  return siteName ?? URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
}
