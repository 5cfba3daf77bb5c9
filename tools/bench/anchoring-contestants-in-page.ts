// Other programs' ways to find a quote again, for the same places of the same pages.
import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import { fromRange, toRange } from 'dom-anchor-text-quote';

type QuoteSelector = Awaited<ReturnType<typeof describeTextQuote>>;

interface Contestant {
  describe(range: Range): Promise<QuoteSelector>;
  anchor(selector: QuoteSelector): Promise<Range | undefined>;
}

export const contestants: Readonly<Record<string, Contestant>> = {
  'dom-anchor-text-quote': {
    async describe(range) {
      return { type: 'TextQuoteSelector', ...fromRange(document.body, range) };
    },
    async anchor(selector) {
      return toRange(document.body, selector) ?? undefined;
    },
  },
  '@apache-annotator/dom': {
    describe: (range) => describeTextQuote(range, document.body),
    async anchor(selector) {
      for await (const range of createTextQuoteSelectorMatcher(selector)(document.body)) return range;
      return undefined;
    },
  },
};
