// The settings page, in a tab of its own.
import { browser } from 'wxt/browser';
import { openForPage } from '../../notes/database.ts';
import { openNotebook } from '../../places/notebook.ts';
import { followAppearance } from '../page/follow-appearance.ts';
import { showPage, words } from '../page/show-page.tsx';
import { Settings } from './Settings.tsx';

const db = openForPage();
followAppearance(db);
document.title = words('settingsPageTitle');
const { name, version } = browser.runtime.getManifest();
showPage(
  <Settings
    notebook={openNotebook(db)}
    firefox={import.meta.env.FIREFOX}
    about={[`${name} ${version}`, navigator.userAgent]}
  />,
);
