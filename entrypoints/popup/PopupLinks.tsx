// From the popup to where there is more room.
import { Button } from '../../components/Button.tsx';
import { useWords } from '../../components/words.ts';
import type { Page } from '../../places/use-page.ts';
import { openLibrary, openPanel } from '../../places/ways.ts';

interface PopupLinksProps {
  page: Page | undefined;
  attempt: (work: () => Promise<unknown>) => void;
}

export function PopupLinks({ page, attempt }: PopupLinksProps) {
  const words = useWords();
  function go(way: () => Promise<unknown>): void {
    attempt(async () => {
      await way();
      window.close();
    });
  }
  return (
    <>
      {page && <Button label={words('openPanel')} icon="panel" onPress={() => go(() => openPanel(page))} />}
      <Button label={words('libraryTitle')} icon="library" onPress={() => go(() => openLibrary())} />
    </>
  );
}
