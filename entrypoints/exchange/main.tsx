// Import and export, in a tab of its own.
import { openDatabase, openForBulk } from '../../notes/database.ts';
import { takeBackUnfinished } from '../../notes/exchange/undo-import.ts';
import { followAppearance } from '../page/follow-appearance.ts';
import { showPage, words } from '../page/show-page.tsx';
import { Exchange } from './Exchange.tsx';

const db = openDatabase();
followAppearance(db);
document.title = words('exchangePageTitle');
showPage(<Exchange db={db} bulk={openForBulk()} unfinished={takeBackUnfinished(db, navigator.locks)} />);
