// The search field with what it understands, how many were found, and their order.
import { SearchField } from '../../components/SearchField.tsx';
import { countWords, useWords, type WordKey } from '../../components/words.ts';
import type { Order, SearchAnswer } from '../../notes/search/search.ts';

interface SearchBarProps {
  query: string;
  order: Order;
  answer: SearchAnswer | undefined;
  onQuery: (query: string) => void;
  onOrder: (order: Order) => void;
  onArrowDown: () => void;
}

const orders = [
  { order: 'newest', name: 'orderNewest' },
  { order: 'oldest', name: 'orderOldest' },
  { order: 'article', name: 'orderArticle' },
] as const satisfies readonly { order: Order; name: WordKey }[];

export function SearchBar({ query, order, answer, onQuery, onOrder, onArrowDown }: SearchBarProps) {
  const words = useWords();
  return (
    <div class="search-bar">
      <SearchField label={words('popupSearch')} value={query} onSearch={onQuery} onArrowDown={onArrowDown} focus />
      <div class="search-foot">
        <p class="quiet" role="status">
          {answer !== undefined && countWords(words, 'popupNotes', answer.total)}
        </p>
        <details class="search-help">
          <summary class="quiet">{words('searchHelp')}</summary>
          <p class="quiet">{words('searchSyntax')}</p>
        </details>
        <label class="quiet">
          <span>{words('orderLabel')}</span>
          <select
            value={order}
            onChange={(event) => {
              const chosen = orders.find((each) => each.order === event.currentTarget.value);
              if (chosen !== undefined) onOrder(chosen.order);
            }}
          >
            {orders.map((each) => (
              <option key={each.order} value={each.order}>
                {words(each.name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {answer !== undefined && answer.unread.length > 0 && (
        <p class="quiet" role="status">
          {words('searchUnread', answer.unread.join(' '))}
        </p>
      )}
    </div>
  );
}
