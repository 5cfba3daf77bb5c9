// How much is kept, where it lies, and the way to take it all away.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { countWords, useWords } from '../../components/words.ts';
import { countEverything } from '../../notes/everything.ts';
import type { Notebook } from '../../places/notebook.ts';
import { useLive } from '../../places/use-live.ts';
import { DeleteEverything } from './DeleteEverything.tsx';
import { Section } from './Section.tsx';

export function DataSection({ notebook }: { notebook: Notebook }) {
  const words = useWords();
  const { db } = notebook;
  const { value: holdings, error, retry } = useLive(() => countEverything(db), [db]);
  const [bytes, setBytes] = useState<number>();
  const [asked, setAsked] = useState(false);
  const [deleted, setDeleted] = useState(false);
  useEffect(() => {
    navigator.storage.estimate().then(
      ({ usage }) => setBytes(usage),
      () => setBytes(undefined),
    );
  }, [holdings]);
  return (
    <Section id="data" title={words('settingsData')} hint={words('settingsDataHint')}>
      {error !== undefined && <ErrorLine error={error} onRetry={retry} />}
      {holdings && (
        <p>
          {[
            countWords(words, 'settingsAnnotationCount', holdings.annotations),
            countWords(words, 'settingsArticleCount', holdings.articles),
            ...(bytes === undefined ? [] : [sizeIn(words('language'), bytes)]),
          ].join(' · ')}
        </p>
      )}
      <div class="settings-actions">
        <a class="button" href="/exchange.html">
          {words('settingsExchange')}
        </a>
        <Button
          label={words('settingsDelete')}
          kind="danger"
          onPress={() => {
            setDeleted(false);
            setAsked(true);
          }}
        />
      </div>
      <p class="quiet" role="status">
        {deleted && words('settingsDeleted')}
      </p>
      {asked && (
        <DeleteEverything
          notebook={notebook}
          holdings={holdings}
          onClose={(done) => {
            setAsked(false);
            setDeleted(done);
          }}
        />
      )}
    </Section>
  );
}

/** 1.2 MB, as the language writes it. */
function sizeIn(language: string, bytes: number): string {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(size);
}
