// Articles along the days of their publication, with what was kept of each.
import { NoteText } from '../../components/NoteText.tsx';
import { RowSubject } from '../../components/RowSubject.tsx';
import { trusted } from '../../components/trusted.ts';
import { fullDate } from '../../components/when.ts';
import { useWords } from '../../components/words.ts';
import type { ArticleNotes } from '../../notes/article-notes.ts';
import { siteOf } from './LibraryRow.tsx';
import './Timeline.css';
import type { Go } from './use-address.ts';

export function Timeline({ articles, go }: { articles: readonly ArticleNotes[]; go: Go }) {
  const words = useWords();
  const months = [...Map.groupBy(articles, ({ day }) => monthOf(day, words('language')))];
  return (
    <div class="timeline">
      {months.map(([month, inMonth]) => (
        <section key={month}>
          <h3>{month}</h3>
          <ol>
            {inMonth.map(({ article, day, annotations }) => (
              <li key={article.id}>
                <p class="quiet">
                  <time dateTime={day}>{fullDate(day)}</time> · <bdi>{siteOf(article)}</bdi>
                </p>
                <button
                  type="button"
                  class="timeline-article"
                  dir="auto"
                  onClick={trusted(() => go({ view: 'article', article: article.id, entity: undefined }))}
                >
                  {article.title || article.url}
                </button>
                <ul>
                  {annotations.map((annotation) => (
                    <li
                      key={annotation.id}
                      class="timeline-note"
                      style={{ '--bar': annotation.colour ? `var(--${annotation.colour})` : 'var(--line-strong)' }}
                    >
                      <RowSubject annotation={annotation} />
                      <NoteText annotation={annotation} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function monthOf(day: string, language: string): string {
  const date = new Date(day);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' }).format(date);
}
