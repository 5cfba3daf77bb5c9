// The sample article with its names, and beside it the card of what was clicked or highlighted last.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../../components/words.ts';
import type { Recognition } from '../../core/entities/mention.ts';
import { type Demo, type DemoHighlight, startDemo } from './demo.ts';
import { SampleCard } from './SampleCard.tsx';
import { SampleNames } from './SampleNames.tsx';
import { sampleHeadline, sampleParagraphs } from './sample.ts';

export type Step = 'named' | 'highlighted' | 'noted';

/** What the card shows: a mention by its place among all, or a highlight by its id. */
export type Shown = { kind: 'mention'; index: number } | { kind: 'highlight'; id: string; write: boolean };

export function Sample({ onDone }: { onDone: (step: Step) => void }) {
  const words = useWords();
  const article = useRef<HTMLElement>(null);
  const demo = useRef<Demo>(undefined);
  const [recognition, setRecognition] = useState<Recognition>();
  const [highlights, setHighlights] = useState<readonly DemoHighlight[]>([]);
  const [shown, setShown] = useState<Shown>();

  useEffect(() => {
    if (article.current === null) return undefined;
    const started = startDemo({
      article: article.current,
      recognised: setRecognition,
      named(index) {
        setShown({ kind: 'mention', index });
        onDone('named');
      },
      highlighted(made, write) {
        setHighlights((before) => (before.some(({ id }) => id === made.id) ? before : [...before, made]));
        setShown({ kind: 'highlight', id: made.id, write });
        onDone('highlighted');
      },
    });
    demo.current = started;
    return started.stop;
  }, []);

  const focus = shown?.kind === 'mention' ? recognition?.mentions[shown.index]?.entity : undefined;
  useEffect(() => demo.current?.show(highlights, focus), [highlights, focus]);

  function change(id: string, difference: Partial<DemoHighlight>): void {
    setHighlights((before) => before.map((each) => (each.id === id ? { ...each, ...difference } : each)));
  }

  return (
    <section class="welcome-sample" aria-label={words('welcomeSample')}>
      <article ref={article} lang="en" dir="ltr">
        <h2 data-block>{sampleHeadline}</h2>
        {sampleParagraphs.map((paragraph) => (
          <p key={paragraph} data-block>
            {paragraph}
          </p>
        ))}
      </article>
      <aside aria-label={words('annotatorCard')}>
        <SampleCard
          recognition={recognition}
          highlights={highlights}
          shown={shown}
          onShow={setShown}
          onChange={change}
          onNoted={() => onDone('noted')}
        />
        <SampleNames
          recognition={recognition}
          onOpen={(index) => {
            setShown({ kind: 'mention', index });
            onDone('named');
          }}
        />
        <p class="quiet">{words('welcomeNotKept')}</p>
      </aside>
    </section>
  );
}
