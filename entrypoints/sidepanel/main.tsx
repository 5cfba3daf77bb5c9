// The side panel (Chromium) or sidebar (Firefox): the notes of the article in the current tab, beside it.
// `?tab=ID` stays with one tab: where the browser has no panel the view stands in a tab of its own.
import { ownDrafts } from '../../components/drafts.ts';
import { openForPage } from '../../notes/database.ts';
import { searchInWorker } from '../../notes/search/worker-search.ts';
import { KeySheet } from '../../places/KeySheet.tsx';
import { openNotebook } from '../../places/notebook.ts';
import { WithColourNames } from '../../places/WithColourNames.tsx';
import { followAppearance } from '../page/follow-appearance.ts';
import { showPage } from '../page/show-page.tsx';
import { Panel } from './Panel.tsx';

const tab = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
const db = openForPage();
followAppearance(db);
showPage(
  <WithColourNames db={db}>
    <Panel
      notebook={openNotebook(db)}
      search={searchInWorker()}
      drafts={ownDrafts()}
      tabId={Number.isNaN(tab) ? undefined : tab}
    />
    <KeySheet />
  </WithColourNames>,
);
