// The three gestures, each ticked off when it was done.
import { Icon } from '../../components/Icon.tsx';
import { useWords, type WordKey } from '../../components/words.ts';
import type { Step } from './Sample.tsx';

const steps: readonly { step: Step; title: WordKey; text: WordKey }[] = [
  { step: 'named', title: 'welcomeNames', text: 'welcomeNamesText' },
  { step: 'highlighted', title: 'welcomeHighlight', text: 'welcomeHighlightText' },
  { step: 'noted', title: 'welcomeNote', text: 'welcomeNoteText' },
];

export function Steps({ done }: { done: readonly Step[] }) {
  const words = useWords();
  return (
    <ol class="welcome-steps">
      {steps.map(({ step, title, text }, index) => (
        <li key={step} class={done.includes(step) ? 'done' : ''}>
          <span class="welcome-number" aria-hidden="true">
            {done.includes(step) ? <Icon name="check" /> : index + 1}
          </span>
          <div>
            <h2>
              {words(title)}
              {done.includes(step) && <span class="visually-hidden"> {words('welcomeStepDone')}</span>}
            </h2>
            <p>{words(text)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
