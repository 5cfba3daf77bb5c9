// The toolbar popup: what this page is, and the reader's notes.
import { ownDrafts } from '../../components/drafts.ts';
import { openDatabase } from '../../notes/database.ts';
import { searchInWorker } from '../../notes/search/worker-search.ts';
import { KeySheet } from '../../places/KeySheet.tsx';
import { openNotebook } from '../../places/notebook.ts';
import { WithColourNames } from '../../places/WithColourNames.tsx';
import { followAppearance } from '../page/follow-appearance.ts';
import { showPage } from '../page/show-page.tsx';
import { Popup } from './Popup.tsx';

const db = openDatabase();
followAppearance(db);
showPage(
  <WithColourNames db={db}>
    <Popup notebook={openNotebook(db)} search={searchInWorker()} drafts={ownDrafts()} />
    <KeySheet />
  </WithColourNames>,
);
