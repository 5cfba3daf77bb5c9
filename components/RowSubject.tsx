// What an annotation is about, in a few words: its passage, an entity, or the page.
import { type Annotation, entityOf, quoteOf } from '../core/annotation.ts';
import { kindKeys } from './EntityHead.tsx';
import './RowSubject.css';
import { useWords } from './words.ts';

export function RowSubject({ annotation }: { annotation: Annotation }) {
  const words = useWords();
  const quote = quoteOf(annotation);
  const entity = entityOf(annotation);
  if (entity !== undefined) {
    return (
      <span class="row-subject">
        <bdi>{entity.name}</bdi> <span class="quiet">{words(kindKeys[entity.type])}</span>
      </span>
    );
  }
  if (quote === '') return <span class="row-subject">{words('rowPageNote')}</span>;
  return (
    <span class="row-quote" dir="auto">
      {quote}
    </span>
  );
}
