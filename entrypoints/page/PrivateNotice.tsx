// Says in a private window how long the notes live that are made there.
import { browser } from 'wxt/browser';
import { useWords } from '../../components/words.ts';
import './PrivateNotice.css';

export function PrivateNotice() {
  const words = useWords();
  if (!browser.extension.inIncognitoContext) return null;
  return <p class="private-notice">{words('privateNotice')}</p>;
}
