// What the reader has said of marks, newest first, each to be taken back.
import type { Correction } from '../core/entities/corrections.ts';
import { Button } from './Button.tsx';
import { reachKeys } from './CorrectionForm.tsx';
import { kindKeys } from './EntityHead.tsx';
import './WatchList.css';
import { useWords, type Words } from './words.ts';

interface CorrectionListProps {
  corrections: readonly Correction[];
  onTakeBack: (correction: Correction) => void;
}

export function CorrectionList({ corrections, onTakeBack }: CorrectionListProps) {
  const words = useWords();
  if (corrections.length === 0) return <p class="quiet">{words('correctionsNone')}</p>;
  return (
    <ul class="correction-list">
      {corrections.map((correction) => {
        const said = correctionWords(correction, words);
        return (
          <li key={correction.id}>
            <span class="correction-words" dir="auto">
              {said}{' '}
              <span class="quiet">
                {words(reachKeys[correction.reach])}
                {correction.article?.title && ` · ${correction.article.title}`}
              </span>
            </span>
            <Button
              label={words('correctionTakeBack', said)}
              icon="close"
              iconOnly
              onPress={() => onTakeBack(correction)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** A correction as one sentence. */
export function correctionWords({ name, type, form, fix }: Correction, words: Words): string {
  switch (fix.what) {
    case 'kind':
      return words('saidKind', name, words(kindKeys[fix.type]));
    case 'not-a-name':
      return words('saidNone', name);
    case 'same-as':
      return words(type === 'Handle' && fix.to.type !== 'Handle' ? 'saidOwner' : 'saidSame', name, fix.to.name);
    case 'apart':
      return words('saidApart', form, name);
  }
}
