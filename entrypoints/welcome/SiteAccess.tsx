// Where the browser keeps the extension away from sites (Firefox lets the reader refuse at any time), nothing works:
// says so and asks for it.
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button.tsx';
import { useWords } from '../../components/words.ts';

const sites = { origins: ['http://*/*', 'https://*/*'] };

export function SiteAccess() {
  const words = useWords();
  const [refused, setRefused] = useState(false);
  const look = (): void => {
    browser.permissions.contains(sites).then(
      (granted) => setRefused(!granted),
      () => setRefused(false),
    );
  };
  useEffect(look, []);
  if (!refused) return null;
  return (
    <section class="site-access" role="alert">
      <p>{words('welcomeNoAccess')}</p>
      <Button
        label={words('welcomeGiveAccess')}
        kind="main"
        onPress={() => {
          browser.permissions.request(sites).then(look, look);
        }}
      />
    </section>
  );
}
