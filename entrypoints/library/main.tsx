// The library: a full page with all annotations.
import { ownDrafts } from '../../components/drafts.ts';
import { openForPage } from '../../notes/database.ts';
import { searchInWorker } from '../../notes/search/worker-search.ts';
import { openNotebook } from '../../places/notebook.ts';
import { WithColourNames } from '../../places/WithColourNames.tsx';
import { followAppearance } from '../page/follow-appearance.ts';
import { showPage } from '../page/show-page.tsx';
import { Library } from './Library.tsx';

const db = openForPage();
followAppearance(db);
showPage(
  <WithColourNames db={db}>
    <Library notebook={openNotebook(db)} search={searchInWorker()} drafts={ownDrafts()} />
  </WithColourNames>,
);
