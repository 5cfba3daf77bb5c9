// The page in a card's frame, or in a window of its own: hands in its ticket and shows what the ticket is for.
import { ownDrafts } from '../../components/drafts.ts';
import { ownBackground } from '../../messages/callers.ts';
import { showAppearance, showPage } from '../page/show-page.tsx';
import { Editor } from './Editor.tsx';
import './editor.css';

const framed = window.parent !== window;
document.documentElement.classList.toggle('windowed', !framed);
// Asked before the card's content, and the card is shown only with its content.
ownBackground.call('appearance').then(showAppearance, () => {});
showPage(<Editor ticket={location.hash.slice(1)} framed={framed} drafts={ownDrafts()} />);
