// The notes of one article as a page to read and to print.
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { NoteText } from '../../components/NoteText.tsx';
import { RowSubject } from '../../components/RowSubject.tsx';
import { safeAddress } from '../../components/safe-address.ts';
import { TagList } from '../../components/TagList.tsx';
import { trusted } from '../../components/trusted.ts';
import { fullDate } from '../../components/when.ts';
import { countWords, useWords } from '../../components/words.ts';
import { entityOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import { annotationsOfArticle } from '../../notes/annotations.ts';
import { articlesById } from '../../notes/articles.ts';
import type { Notebook } from '../../places/notebook.ts';
import { useLive } from '../../places/use-live.ts';
import { ArticleJoins } from './ArticleJoins.tsx';
import './ArticleView.css';
import { siteOf } from './LibraryRow.tsx';
import type { Go } from './use-address.ts';
import type { Deeds } from './use-deeds.ts';

interface ArticleViewProps {
  id: string;
  notebook: Notebook;
  go: Go;
  deeds: Deeds;
}

export function ArticleView({ id, notebook, go, deeds }: ArticleViewProps) {
  const words = useWords();
  const { db } = notebook;
  const { value, error, retry } = useLive(
    async () => ({
      article: (await articlesById(db, [id])).get(id),
      annotations: await annotationsOfArticle(db, id),
    }),
    [db, id],
  );
  if (error !== undefined) return <ErrorLine error={error} onRetry={retry} />;
  if (value === undefined) return null;
  const { article, annotations } = value;
  if (article === undefined) return <EmptyState title={words('articleUnknown')} />;
  const address = safeAddress(article.url);
  return (
    <main class="library-page article-view">
      <div class="article-tools">
        <Button label={words('libraryBack')} icon="previous" onPress={() => history.back()} />
        <Button label={words('articlePrint')} icon="print" onPress={() => print()} />
      </div>
      <header>
        <h2 dir="auto">{article.title || article.url}</h2>
        <p class="quiet">
          <bdi>{[siteOf(article), article.byline, fullDate(article.publishedTime)].filter(Boolean).join(' · ')}</bdi>
        </p>
        {address !== undefined && (
          <p class="quiet">
            <a href={address} target="_blank" rel="noopener noreferrer">
              {address}
            </a>
          </p>
        )}
        <p class="quiet">{countWords(words, 'popupNotes', annotations.length)}</p>
      </header>
      <ol class="article-notes">
        {annotations.map((annotation) => {
          const entity = entityOf(annotation);
          const quote = quoteOf(annotation);
          return (
            <li
              key={annotation.id}
              style={{ '--bar': annotation.colour ? `var(--${annotation.colour})` : 'var(--line-strong)' }}
            >
              {entity !== undefined || quote === '' ? (
                <RowSubject annotation={annotation} />
              ) : (
                <blockquote dir="auto">{quote}</blockquote>
              )}
              <NoteText annotation={annotation} />
              <TagList tags={tagsOf(annotation)} />
              <button
                type="button"
                class="article-open quiet"
                onClick={trusted(() => go({ view: 'notes', article: undefined, note: annotation.id }))}
              >
                {fullDate(annotation.created)}
              </button>
            </li>
          );
        })}
      </ol>
      <ArticleJoins article={article} notebook={notebook} deeds={deeds} />
    </main>
  );
}
