// Tells our side panel, while it looks on, what stands in the page and which passage is being read.
import { offerNews } from '../../messages/news.ts';
import type { PageNews } from '../../messages/protocol.ts';
import { boxOf, viewportOf } from './geometry.ts';
import { pageStateOf } from './page-state.ts';
import type { PlacedAnnotation } from './reading.ts';
import type { Session } from './session.ts';
import { isOurs } from './to-page.ts';

/** The reader's eyes are taken to be here, of the viewport's height. */
const readingLine = 0.35;
/** Pause between two looks while the page scrolls or changes, ms. */
const pause = 100;

interface NewsOptions {
  document: Document;
  signal: AbortSignal;
  session(): Session | undefined;
}

export interface News {
  /** What stands in the page may have changed. */
  changed(): void;
}

export function createNews({ document, signal, session }: NewsOptions): News {
  const listeners = new Set<(news: PageNews) => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    timer = undefined;
    const now = session();
    if (now === undefined || listeners.size === 0) return;
    const current = passageRead(document, now.reading.annotations);
    const news = { state: pageStateOf(now.reading), ...(current === undefined ? {} : { current }) };
    for (const each of listeners) each(news);
  };
  const changed = (): void => {
    if (listeners.size > 0) timer ??= setTimeout(tell, pause);
  };

  const stop = offerNews(isOurs, (listener) => {
    listeners.add(listener);
    changed();
    return () => listeners.delete(listener);
  });
  document.addEventListener('scroll', changed, { signal, capture: true, passive: true });
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      try {
        stop();
      } catch {
        // The extension was updated: its end of the line has gone.
      }
    },
    { once: true },
  );
  return { changed };
}

/** The annotation whose passage in view is the nearest to the reading line. */
function passageRead(document: Document, annotations: readonly PlacedAnnotation[]): string | undefined {
  const { height } = viewportOf(document);
  let nearest: { id: string; distance: number } | undefined;
  for (const { annotation, stand } of annotations) {
    const box = stand && boxOf(stand.range);
    if (box === undefined || box.bottom < 0 || box.top > height) continue;
    const line = height * readingLine;
    const distance = box.top > line ? box.top - line : Math.max(0, line - box.bottom);
    if (nearest === undefined || distance < nearest.distance) nearest = { id: annotation.id, distance };
  }
  return nearest?.id;
}
