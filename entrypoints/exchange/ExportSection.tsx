// Everything goes out, as a file of the kind that is chosen.
import { useWords } from '../../components/words.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { ExportPart } from '../../places/ExportPart.tsx';

export function ExportSection({ db }: { db: PressmarkDatabase }) {
  const words = useWords();
  return (
    <section class="exchange-section" aria-labelledby="export-title">
      <h2 id="export-title">{words('exchangeExport')}</h2>
      <p class="quiet">{words('exchangeExportHint')}</p>
      <ExportPart db={db} />
    </section>
  );
}
