// Which articles are one: those that were joined to this one and why, the way to part them, and to join by hand.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useWords, type WordKey } from '../../components/words.ts';
import type { Join, StoredArticle } from '../../notes/database.ts';
import { fold } from '../../notes/fold.ts';
import { joinedTo } from '../../notes/joins.ts';
import type { Notebook } from '../../places/notebook.ts';
import { useLive } from '../../places/use-live.ts';
import { siteOf } from './LibraryRow.tsx';
import type { Deeds } from './use-deeds.ts';

interface ArticleJoinsProps {
  article: StoredArticle;
  notebook: Notebook;
  deeds: Deeds;
}

const reasons: Record<Join['by'], WordKey> = {
  address: 'joinByAddress',
  number: 'joinByNumber',
  canonical: 'joinByCanonical',
  text: 'joinByText',
  reader: 'joinByReader',
};

/** So many articles are offered. */
const most = 8;

export function ArticleJoins({ article, notebook, deeds }: ArticleJoinsProps) {
  const words = useWords();
  const { db } = notebook;
  const [searched, setSearched] = useState<string>();
  const { value: joined = [] } = useLive(() => joinedTo(db, article.id), [db, article.id]);
  const { value: offered = [] } = useLive(async () => {
    const wanted = fold(searched?.trim() ?? '');
    if (wanted === '') return [];
    const others = (await db.articles.toArray()).filter((each) => each.id !== article.id && each.joined === undefined);
    return others.filter(({ title, url }) => fold(`${title} ${url}`).includes(wanted)).slice(0, most);
  }, [db, article.id, searched]);

  return (
    <section class="article-joins" aria-label={words('joinTitle')}>
      {joined.length > 0 && (
        <>
          <h3>{words('joinTitle')}</h3>
          <ul>
            {joined.map((each) => (
              <li key={each.id} class="page-item">
                <div class="page-item-words">
                  <bdi>{each.title || each.url}</bdi>
                  <p class="quiet">
                    <bdi>{siteOf(each)}</bdi> · {each.joined && words(reasons[each.joined.by])}
                  </p>
                </div>
                <Button
                  label={words('joinPart')}
                  onPress={() => deeds.doing(words('joinParted'), () => notebook.partArticle(each.id))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Button
        label={words('joinOther')}
        expanded={searched !== undefined}
        onPress={() => setSearched(searched === undefined ? '' : undefined)}
      />
      {searched !== undefined && (
        <>
          <SearchField
            label={words('joinSearch')}
            value={searched}
            onSearch={setSearched}
            onArrowDown={() => {}}
            focus
          />
          <ul>
            {offered.map((each) => (
              <li key={each.id} class="page-item">
                <div class="page-item-words">
                  <bdi>{each.title || each.url}</bdi>
                  <p class="quiet">
                    <bdi>{siteOf(each)}</bdi>
                  </p>
                </div>
                <Button
                  label={words('joinThis')}
                  onPress={() => {
                    setSearched(undefined);
                    deeds.doing(words('joinDone'), () => notebook.joinArticles(each.id, article.id));
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
