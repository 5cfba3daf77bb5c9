// What the page is, with the switches for it; stands at the top of popup and side panel.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ErrorLine } from '../components/ErrorLine.tsx';
import { ownBackground, pageIn } from '../messages/callers.ts';
import { readSettings, without } from '../notes/settings.ts';
import { MarkSwitches } from './MarkSwitches.tsx';
import type { Notebook } from './notebook.ts';
import { PageHead } from './PageHead.tsx';
import { useLive } from './use-live.ts';
import { isAnnotated, type Page } from './use-page.ts';

interface PageTopProps {
  page: Page | undefined;
  /** Undefined before they are counted. */
  noteCount: number | undefined;
  notebook: Notebook;
  /** Does a piece of work and tells when it fails. */
  attempt: (work: () => Promise<unknown>) => void;
  /** Looks at the page again. */
  refresh: () => void;
  /** The reader goes to another view. */
  onLeave?: () => void;
  /** Ways to other views. */
  links?: ComponentChildren;
}

export function PageTop({ page, noteCount, notebook, attempt, refresh, onLeave, links }: PageTopProps) {
  const [optionsShown, setOptionsShown] = useState(false);
  const settings = useLive(() => readSettings(notebook.db), [notebook.db]);

  function annotateAnyway({ tabId }: Page): void {
    attempt(async () => {
      await ownBackground.call('annotateAnyway', tabId);
      refresh();
    });
  }

  function switchSite({ host, tabId }: Page, on: boolean): void {
    if (settings.value === undefined) return;
    const others = without(settings.value.offSites, host);
    attempt(async () => {
      await notebook.changeSettings({ offSites: on ? others : [...others, host] });
      if (on) await ownBackground.call('annotateAnyway', tabId);
      setOptionsShown(false);
      refresh();
    });
  }

  return (
    <>
      <PageHead
        page={page}
        noteCount={noteCount}
        onAnnotateAnyway={() => page && annotateAnyway(page)}
        onSwitchOn={() => page && switchSite(page, true)}
        optionsShown={optionsShown}
        onOptions={() => setOptionsShown((shown) => !shown)}
        links={links}
      />
      {optionsShown && isAnnotated(page) && settings.value && (
        <MarkSwitches
          host={page.host}
          settings={settings.value}
          shownNow={page.shown?.marksShown ?? false}
          onNow={(shown) => attempt(() => pageIn(page.tabId).call('setMarks', shown).then(refresh))}
          onSettings={(change) => attempt(() => notebook.changeSettings(change).then(refresh))}
          onSiteOff={() => switchSite(page, false)}
          onAllSettings={() =>
            attempt(async () => {
              await browser.runtime.openOptionsPage();
              onLeave?.();
            })
          }
        />
      )}
      {settings.error !== undefined && <ErrorLine error={settings.error} onRetry={settings.retry} />}
    </>
  );
}
