// The toolbar popup: what this page is, and the reader's notes.
import { ownDrafts } from '../../components/drafts.ts';
import { openDatabase } from '../../notes/database.ts';
import { openNotebook } from '../../places/notebook.ts';
import { followAppearance } from '../page/follow-appearance.ts';
import { showPage } from '../page/show-page.tsx';
import { Popup } from './Popup.tsx';

const db = openDatabase();
followAppearance(db);
showPage(<Popup notebook={openNotebook(db)} drafts={ownDrafts()} />);
