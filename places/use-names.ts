// Who is who in the page's article, asked anew whenever its names were recognised anew.
import { useEffect, useState } from 'preact/hooks';
import type { NamedHere } from '../core/entities/list-names.ts';
import { pageIn } from '../messages/callers.ts';
import { checkNames } from '../messages/validate.ts';
import type { Page } from './use-page.ts';

/** The heaviest first; none while the page has not told them. */
export function useNames(page: Page | undefined): readonly NamedHere[] {
  const [told, setTold] = useState<{ key: string; names: readonly NamedHere[] }>();
  const { tabId, shown } = page ?? {};
  // Names of another article would be gone to in vain.
  const key = `${tabId} ${shown?.article.url}`;
  useEffect(() => {
    if (tabId === undefined || shown === undefined) return undefined;
    const stop = new AbortController();
    void ask(tabId, stop.signal).then((names) => stop.signal.aborted || setTold({ key, names }));
    return () => stop.abort();
  }, [key, shown?.recognised]);
  return told?.key === key ? told.names : [];
}

/** An article that was just opened has its names a moment later: asked again so often, after so many ms. */
const attempts = 10;
const pause = 400;

/** None where the page has gone, tells nonsense, or has no names. */
async function ask(tabId: number, stop: AbortSignal): Promise<NamedHere[]> {
  for (let attempt = 0; attempt < attempts && !stop.aborted; attempt++) {
    const names = await pageIn(tabId)
      .call('names')
      .then(checkNames)
      .catch(() => []);
    if (names.length > 0) return names;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return [];
}
