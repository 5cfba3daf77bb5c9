// The passage of an annotation with the words that stood before and after it.

import { useWords } from '../../components/words.ts';
import { type Annotation, quoteOf } from '../../core/annotation.ts';

export function Passage({ annotation }: { annotation: Annotation }) {
  const words = useWords();
  const quote = annotation.target.selector.find((each) => each.type === 'TextQuoteSelector');
  if (quote?.type !== 'TextQuoteSelector' || quoteOf(annotation) === '') {
    return <p class="row-subject">{words('rowPageNote')}</p>;
  }
  return (
    <blockquote
      class="passage"
      dir="auto"
      data-hits
      style={{ '--bar': annotation.colour ? `var(--${annotation.colour})` : 'var(--line-strong)' }}
    >
      <span class="quiet">{quote.prefix && `…${quote.prefix}`}</span>
      <mark>{quote.exact}</mark>
      <span class="quiet">{quote.suffix && `${quote.suffix}…`}</span>
    </blockquote>
  );
}
