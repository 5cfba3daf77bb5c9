// The way to write what is selected to a file.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { countWords, useWords } from '../../components/words.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { ExportPart } from '../../places/ExportPart.tsx';

export function ExportChosen({ db, ids }: { db: PressmarkDatabase; ids: readonly string[] }) {
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  return (
    <>
      <Button label={words('exchangeExport')} onPress={() => setAsked(true)} />
      {asked && (
        <Dialog title={countWords(words, 'exchangeExportChosen', ids.length)} onClose={close}>
          <ExportPart db={db} ids={ids} />
          <div class="dialog-foot">
            <Button label={words('close')} onPress={close} />
          </div>
        </Dialog>
      )}
    </>
  );
}
