// What a passage said and what it says now, as one text: words that were taken out are struck through, new ones underlined.
import { diffWords } from 'diff';
import './PassageDiff.css';
import { useWords } from './words.ts';

interface PassageDiffProps {
  before: string;
  now: string;
}

/** Comparing long passages that have little in common takes long, ms: then both stand one after the other. */
const patience = 200;

export function PassageDiff({ before, now }: PassageDiffProps) {
  const words = useWords();
  return (
    <figure class="passage-diff">
      <figcaption class="quiet">{words('diffTitle')}</figcaption>
      <p dir="auto">
        {compare(tidy(before), tidy(now)).map(({ value, added, removed }, index) => {
          const key = `${index}:${value}`;
          if (removed) return <del key={key}>{value}</del>;
          return added ? <ins key={key}>{value}</ins> : value;
        })}
      </p>
    </figure>
  );
}

interface Part {
  value: string;
  added?: boolean;
  removed?: boolean;
}

function compare(before: string, now: string): readonly Part[] {
  const parts = diffWords(before, now, { timeout: patience });
  return parts ?? [{ value: before, removed: true }, { value: ' ' }, { value: now, added: true }];
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
