// What the elements around a block tell of it: their tags and the words in their class names and ids. Each element is
// looked at once and hands its traits down to what it holds.
import { visibleParent } from './blocks.ts';

/** Kinds of box, by tokens of class names and ids; sites of all languages write these in English. */
const named = {
  image: /caption|credit|copyright|photo|image|media|gallery|figure|picture|legend|foto/,
  related:
    /related|recirc|recommend|read-?more|more-|see-?also|teaser|promo|outbrain|taboola|popular|trending|most-|card|listing|widget|sidebar/,
  comment: /comment|discuss|disqus|reply|feedback/,
  body: /body|content|text|paragraph|story|entry|post\b|article/,
  live: /live|timeline|update|entry-/,
};
const patterns = Object.values(named);

const tagNames = ['aside', 'nav', 'form', 'ul', 'ol', 'table', 'pre', 'article', 'main', 'section'] as const;

/** How many levels up from the block a name or tag still counts as near. */
const far = 9;

export const boxTraitNames: readonly string[] = [...Object.keys(named), ...tagNames, 'hidden'];

/** For each of `boxTraitNames`, how many levels up the nearest such box is; `far` when there is none near. */
export type BoxTraits = readonly number[];

/** Whether the block or a box near it is hidden by its markup. */
export function isHidden(traits: BoxTraits): boolean {
  return traits.at(-1) !== far;
}

/** Looks up the traits of elements, each computed once. */
export function createTraitReader(): (element: Element) => BoxTraits {
  const known = new Map<Element, BoxTraits>();
  const none = boxTraitNames.map(() => far);
  return function traitsOf(element: Element): BoxTraits {
    const open: Element[] = [];
    let at: Element | undefined = element;
    while (at !== undefined && !known.has(at) && !/^(?:body|html)$/.test(at.localName)) {
      open.push(at);
      at = visibleParent(at);
    }
    let traits = (at && known.get(at)) ?? none;
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
  const isHidden =
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display:\s*none/.test(element.getAttribute('style') ?? '');
  return [
    ...patterns.map((pattern) => pattern.test(words)),
    ...tagNames.map((tag) => element.localName === tag),
    isHidden,
  ];
}
