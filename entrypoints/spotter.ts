// Runs on every page: is this an article? Nothing else is loaded until it is. It adds nothing to the page, keeps no
// timer beyond the last look, and says nothing in the page's console whatever happens.
//
// An unlisted script that the manifest names as the content script: WXT's own wrapper for content scripts dispatches an
// event with the extension's id on the page's document, by which any page could tell that we are here.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { spotArticle } from '../core/article/spot-article.ts';
import { addressOf, watchAddress } from '../core/article/watch-address.ts';
import { background } from '../messages/callers.ts';
import { runningAnnotator } from './annotator/world.ts';

/** When a page is looked at, in ms after it was loaded or became another one: what comes late gets its chance. */
const looks = [0, 1200, 4000, 10_000];
/** After a change of address the old article may still stand there for a moment. */
const settling = 400;

export default defineUnlistedScript(() => {
  let timer = 0;
  let page = 0;
  let spotted: string | undefined;
  let seen = '';

  const tell = (): void => {
    const again = spotted !== undefined;
    spotted = addressOf(location);
    background.call('articleSpotted').then(
      // The annotator of the page that stood here before is loaded already.
      () => again && runningAnnotator()?.wake(),
      // The extension was reloaded, or is being: the page stays as it is.
      () => {},
    );
  };

  const look = (index: number): void => {
    const looked = page;
    whenIdle(() => {
      if (looked === page) void lookNow(index);
    });
  };

  const lookNow = async (index: number): Promise<void> => {
    const looked = page;
    const size = sizeOf(document);
    const isNew = size !== seen;
    seen = size;
    // Where nothing has come since the last look, nothing else would be found.
    const found = isNew && (await isArticle());
    if (looked !== page) return;
    if (found) {
      tell();
      return;
    }
    const next = looks[index + 1];
    if (next !== undefined) timer = window.setTimeout(look, next - (looks[index] ?? 0), index + 1);
  };

  const start = (delay: number): void => {
    page++;
    seen = '';
    window.clearTimeout(timer);
    timer = window.setTimeout(look, delay, 0);
  };

  look(0);
  watchAddress(window, new AbortController().signal, () => start(settling));
  // A page that comes back from the back/forward cache keeps this script, but its tab has shown others since.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && spotted === addressOf(location)) tell();
  });
});

/** How many elements and letters a page has: found out at a tenth of the cost of a look. */
function sizeOf(page: Document): string {
  return `${page.getElementsByTagName('*').length} ${page.documentElement?.textContent.length}`;
}

async function isArticle(): Promise<boolean> {
  try {
    return (await spotArticle(document, new URL(location.href))).article;
  } catch {
    return false;
  }
}

function whenIdle(work: () => void): void {
  requestIdleCallback(work, { timeout: 2000 });
}
