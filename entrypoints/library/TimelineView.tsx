// All annotated articles by the day of their publication, the newest at the top.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { useWords } from '../../components/words.ts';
import { annotatedArticles } from '../../notes/annotated-articles.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { useLive } from '../../places/use-live.ts';
import { Timeline } from './Timeline.tsx';
import type { Go } from './use-address.ts';

/** So many articles are shown at a time. */
const step = 50;

export function TimelineView({ db, go }: { db: PressmarkDatabase; go: Go }) {
  const words = useWords();
  const [limit, setLimit] = useState(step);
  const { value, error, retry } = useLive(() => annotatedArticles(db, limit), [db, limit]);
  return (
    <main class="library-page">
      <h2>{words('libraryTimeline')}</h2>
      <p class="quiet">{words('timelineText')}</p>
      {error !== undefined && <ErrorLine error={error} onRetry={retry} />}
      {value?.articles.length === 0 && (
        <EmptyState title={words('popupEmptyAll')} gesture={words('popupEmptyAllGesture')} />
      )}
      {value !== undefined && <Timeline articles={value.articles} go={go} />}
      {value?.more === true && <Button label={words('facetMore')} onPress={() => setLimit(limit + step)} />}
    </main>
  );
}
