// The page in a card's frame, or in a window of its own: hands in its ticket and shows what the ticket is for.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ownDrafts } from '../../components/drafts.ts';
import '../../components/page.css';
import { type Words, WordsContext } from '../../components/words.ts';
import { Editor } from './Editor.tsx';
import './editor.css';

const words: Words = (key, ...substitutions) => browser.i18n.getMessage(key, substitutions);
const view = document.getElementById('view');
if (view !== null) {
  const ticket = location.hash.slice(1);
  const framed = window.parent !== window;
  document.documentElement.lang = words('language');
  document.documentElement.classList.toggle('windowed', !framed);
  render(
    <WordsContext.Provider value={words}>
      <Editor ticket={ticket} framed={framed} drafts={ownDrafts()} />
    </WordsContext.Provider>,
    view,
  );
}
