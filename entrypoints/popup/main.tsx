// The toolbar popup: what this page is, and the reader's notes.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ownDrafts } from '../../components/drafts.ts';
import '../../components/page.css';
import { type Words, WordsContext } from '../../components/words.ts';
import { openDatabase } from '../../notes/database.ts';
import { openNotebook } from '../../places/notebook.ts';
import { Popup } from './Popup.tsx';

const words: Words = (key, ...substitutions) => browser.i18n.getMessage(key, substitutions);
const view = document.getElementById('view');
if (view !== null) {
  document.documentElement.lang = words('language');
  render(
    <WordsContext.Provider value={words}>
      <Popup notebook={openNotebook(openDatabase())} drafts={ownDrafts()} />
    </WordsContext.Provider>,
    view,
  );
}
