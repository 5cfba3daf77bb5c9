// What could narrow the search further, with how many notes each would leave. A value is a switch of the query in the
// search field: the field and the facets always say the same.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { useColourName } from '../../components/colour-names.ts';
import { trusted } from '../../components/trusted.ts';
import { useWords, type WordKey, type Words } from '../../components/words.ts';
import type { Colour } from '../../core/annotation.ts';
import { type FacetKey, hasFilter, type Kind, type SearchAnswer, toggleFilter } from '../../notes/search/search.ts';
import './Facets.css';

interface FacetsProps {
  query: string;
  facets: NonNullable<SearchAnswer['facets']>;
  onQuery: (query: string) => void;
}

const order = [
  { key: 'colour', title: 'facetColour' },
  { key: 'tag', title: 'facetTag' },
  { key: 'kind', title: 'facetKind' },
  { key: 'site', title: 'facetSite' },
  { key: 'entity', title: 'facetEntity' },
  { key: 'month', title: 'facetMonth' },
] as const satisfies readonly { key: FacetKey; title: WordKey }[];

const kindNames: Record<Kind, WordKey> = {
  highlight: 'facetKindHighlight',
  note: 'facetKindNote',
  page: 'facetKindPage',
  entity: 'facetKindEntity',
};

/** So many values are shown at first. */
const few = 6;

export function Facets({ query, facets, onQuery }: FacetsProps) {
  const words = useWords();
  return (
    <>
      {order.map(({ key, title }) => (
        <Facet
          key={key}
          facet={key}
          title={words(title)}
          values={facets[key]}
          query={query}
          onToggle={(value) => onQuery(toggleFilter(query, key, value))}
        />
      ))}
    </>
  );
}

interface FacetProps {
  facet: FacetKey;
  title: string;
  values: readonly { value: string; count: number }[];
  query: string;
  onToggle: (value: string) => void;
}

function Facet({ facet, title, values, query, onToggle }: FacetProps) {
  const words = useWords();
  const nameOfColour = useColourName();
  const [all, setAll] = useState(false);
  if (values.length === 0) return null;
  const number = new Intl.NumberFormat(words('language'));
  const shown = values.filter(({ value }, index) => all || index < few || hasFilter(query, facet, value));
  return (
    <section class="facet">
      <h2>{title}</h2>
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={hasFilter(query, facet, value)}
              onClick={trusted(() => onToggle(value))}
            >
              {facet === 'colour' && <span class="facet-swatch" style={{ '--swatch': `var(--${value})` }} />}
              <bdi>{facet === 'colour' ? nameOfColour(value as Colour) : nameOf(facet, value, words)}</bdi>
              <span class="quiet">{number.format(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {values.length > few && (
        <Button label={words(all ? 'facetLess' : 'facetMore')} expanded={all} onPress={() => setAll(!all)} />
      )}
    </section>
  );
}

function nameOf(facet: FacetKey, value: string, words: Words): string {
  if (facet === 'kind') return words(kindNames[value as Kind]);
  if (facet !== 'month') return value;
  const [year = 0, month = 1] = value.split('-').map(Number);
  return new Intl.DateTimeFormat(words('language'), { month: 'long', year: 'numeric' }).format(
    new Date(year, month - 1, 1),
  );
}
