// What kinds of thing a page's structured data (JSON-LD, microdata) says it holds. Read by pattern and not parsed: it
// costs less, finds the types in arrays and in `@graph`, and broken JSON tells its types all the same.

/** Schema.org types, by the groups that tell an article from what is not one. */
const groups = [
  /^(?:\w*NewsArticle|ReportageNews\w*|LiveBlogPosting)$/,
  /^(?:Article|BlogPosting|Report|ScholarlyArticle|SocialMediaPosting|TechArticle)$/,
  /^(?:Product\w*|Offer|AggregateOffer|SoftwareApplication|Event|JobPosting|LocalBusiness|Store)$/,
  /^(?:ItemList|CollectionPage|Blog|SearchResultsPage)$/,
  /^(?:DiscussionForumPosting|QAPage|Question|ProfilePage)$/,
] as const;

/** How often each group is named: news articles, other articles, things for sale, lists, discussions. */
export function countStructuredTypes(document: Document): number[] {
  const counts = groups.map(() => 0);
  for (const script of limited(document.querySelectorAll('script[type="application/ld+json"]'), 20)) {
    const json = (script.textContent ?? '').slice(0, 100_000);
    for (const match of json.matchAll(/"@type"\s*:\s*(?:"([^"]+)"|\[([^\]]*)\])/g)) {
      count((match[1] ?? match[2] ?? '').split(/[^\w]+/), counts);
    }
  }
  for (const item of limited(document.querySelectorAll('[itemtype]'), 50)) {
    count([(item.getAttribute('itemtype') ?? '').replace(/^.*\//, '')], counts);
  }
  return counts;
}

function count(types: readonly string[], counts: number[]): void {
  for (const type of types) {
    groups.forEach((group, index) => {
      if (group.test(type)) counts[index] = (counts[index] ?? 0) + 1;
    });
  }
}

function limited(list: NodeListOf<Element>, most: number): Element[] {
  return Array.from({ length: Math.min(list.length, most) }, (_, index) => list[index]).filter(
    (element) => element !== undefined,
  );
}
