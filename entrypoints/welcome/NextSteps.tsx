// The way on from the first run: a page that is open already, notes from elsewhere, what can be set.
import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { Button } from '../../components/Button.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { trusted } from '../../components/trusted.ts';
import { useAttempt } from '../../components/use-attempt.ts';
import { useWords } from '../../components/words.ts';
import { ownBackground } from '../../messages/callers.ts';
import { openLibrary } from '../../places/ways.ts';

type OpenTab = Browser.tabs.Tab & { id: number };

/** So many open pages are offered, the last seen first. */
const offered = 5;

export function NextSteps() {
  const words = useWords();
  const [tabs, setTabs] = useState<readonly OpenTab[]>([]);
  const { failure, attempt } = useAttempt();
  useEffect(() => attempt(async () => setTabs(await openPages())), []);

  return (
    <section class="welcome-next" aria-labelledby="next">
      <h2 id="next">{words('welcomeNext')}</h2>
      <p>{words('welcomeIcon')}</p>
      {tabs.length > 0 && (
        <>
          <p>{words('welcomeOpenPages')}</p>
          <ul class="welcome-pages">
            {tabs.map((tab) => (
              <li key={tab.id}>
                <button type="button" onClick={trusted(() => attempt(() => goTo(tab)))}>
                  <b dir="auto">{tab.title}</b>
                  <span class="quiet">{new URL(tab.url ?? '').hostname}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      <div class="welcome-links">
        <Button label={words('libraryTitle')} icon="library" onPress={() => attempt(openLibrary)} />
        <Button
          label={words('exchangeTitle')}
          icon="open"
          onPress={() => attempt(() => browser.tabs.create({ url: browser.runtime.getURL('/exchange.html') }))}
        />
        <Button
          label={words('settingsAll')}
          icon="settings"
          onPress={() => attempt(() => browser.runtime.openOptionsPage())}
        />
      </div>
    </section>
  );
}

async function openPages(): Promise<OpenTab[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  return tabs
    .filter((tab): tab is OpenTab => tab.id !== undefined && URL.canParse(tab.url ?? ''))
    .sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))
    .slice(0, offered);
}

/** Pages that were open before the installation have not been looked at: who chooses one wants it annotated. */
async function goTo({ id, windowId }: OpenTab): Promise<void> {
  const { page } = await ownBackground.call('tabState', id);
  if (page === 'not-spotted') await ownBackground.call('annotateAnyway', id);
  await browser.tabs.update(id, { active: true });
  await browser.windows.update(windowId, { focused: true });
}
