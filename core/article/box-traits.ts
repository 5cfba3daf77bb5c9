// What the elements around a block tell of it: their tags and the words in their class names and ids. Each element is
// looked at once and hands its traits down to what it holds.
import { visibleParent } from './blocks.ts';

/** Kinds of box, by tokens of class names and ids; sites of all languages write these in English. */
const named = [
  /caption|credit|copyright|photo|image|media|gallery|figure|picture|legend|foto/,
  /byline|author|writer|bio\b|profile|autor|contributor/,
  /share|sharing|social|follow|addtoany|sns/,
  /newsletter|subscri|signup|sign-up|paywall|regwall|donat|support-us|membership/,
  /related|recirc|recommend|read-?more|more-|see-?also|teaser|promo|outbrain|taboola|popular|trending|most-|card|listing|widget|sidebar/,
  /comment|discuss|disqus|reply|feedback/,
  /tag(?:s|list)?\b|topic|keyword|breadcrumb|categor|section-name|kicker|eyebrow|overline/,
  /\bad(?:s|vert\w*|-\w+)?\b|sponsor|banner|commercial/,
  /date|time\b|timestamp|published|updated|meta\b|info\b/,
  /body|content|text|paragraph|story|entry|post\b|article/,
  /summary|lead\b|lede|intro|standfirst|subtitle|subhead|deck|dek|chapo|description|excerpt|perex|abstract|teaser-text/,
  /hidden|sr-only|screen-reader|visually|noprint|no-print|tooltip|popup|modal|player|audio|video|embed/,
  /toc|table-of-contents|menu|nav|footer|header|toolbar|button|btn|cookie|consent/,
  /quote|infobox|factbox|box\b|aside|pull/,
] as const;

const tags = /^(?:figure|figcaption|aside|footer|nav|header|form|ul|ol|table|blockquote|button|details|pre|dl)$/;
const tagNames = ['figure', 'figcaption', 'aside', 'footer', 'nav', 'header', 'form', 'ul', 'ol', 'table'] as const;
const moreTags = ['blockquote', 'button', 'details', 'pre', 'dl'] as const;
const allTags = [...tagNames, ...moreTags];

/** How many levels up from the block a name or tag still counts as near. */
const far = 9;

export const boxTraitNames = [
  ...['image', 'author', 'share', 'newsletter', 'related', 'comment', 'tags', 'ad', 'date', 'body', 'lead', 'hidden'],
  ...['menu', 'quote'],
  ...allTags,
  'hiddenByMarkup',
] as const;

/** For each of `boxTraitNames`, how many levels up the nearest such box is; `far` when there is none near. */
export type BoxTraits = readonly number[];

/** Looks up the traits of elements, each computed once. */
export function createTraitReader(): (element: Element) => BoxTraits {
  const known = new Map<Element, BoxTraits>();
  return function traitsOf(element: Element): BoxTraits {
    const open: Element[] = [];
    let at: Element | undefined = element;
    while (at !== undefined && !known.has(at) && !/^(?:body|html)$/.test(at.localName)) {
      open.push(at);
      at = visibleParent(at);
    }
    let traits = (at && known.get(at)) ?? boxTraitNames.map(() => far);
    for (let each = open.pop(); each !== undefined; each = open.pop()) {
      const own = ownTraits(each);
      traits = traits.map((above, index) => (own[index] ? 0 : Math.min(far, above + 1)));
      known.set(each, traits);
    }
    return traits;
  };
}

function ownTraits(element: Element): readonly boolean[] {
  const words = `${element.getAttribute('class') ?? ''} ${element.id}`
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();
  const isNamed = named.map((pattern) => pattern.test(words));
  const isTag = tags.test(element.localName)
    ? allTags.map((tag) => element.localName === tag)
    : allTags.map(() => false);
  const isHidden =
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display:\s*none/.test(element.getAttribute('style') ?? '');
  return [...isNamed, ...isTag, isHidden];
}
