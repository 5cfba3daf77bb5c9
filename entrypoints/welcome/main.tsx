// The page that opens once, after the extension was installed.
import { openDatabase } from '../../notes/database.ts';
import { followAppearance } from '../page/follow-appearance.ts';
import { showPage, words } from '../page/show-page.tsx';
import { Welcome } from './Welcome.tsx';

followAppearance(openDatabase());
document.title = words('welcomePageTitle');
showPage(<Welcome />);
