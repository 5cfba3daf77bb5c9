// Which addresses are one article, by their form alone: the one place for these rules, each with its source.
// What the forms do not decide, the text does (same-article.ts). A missed join costs little, a wrong one shows notes on
// another story: a parameter counts as meaning something unless it is known not to.
import type { ArticleMetadata } from '../core/article/article.ts';

/**
 * Parameters that say where a reader came from or who gave the article away. From the documentation of the campaigns
 * (Google, Meta, Microsoft, Mailchimp, HubSpot, Matomo, X, TikTok, Piano/AT Internet) and, from `accesstoken` on, from
 * the share and gift links of newsrooms (The New York Times, The Washington Post, Wall Street Journal, Bloomberg,
 * Financial Times, Guardian, CNBC, Reuters, Yahoo, MSN, Mail Online, DW) and of Google's and YouTube's share buttons.
 */
const trackingNames = new Set(
  `dclid fbclid gbraid gclid gclsrc igsh igshid mc_cid mc_eid mkt_tok msclkid ncid srsltid ttclid twclid wbraid yclid
  _ga _gl _hsenc _hsmi __twitter_impression fb_action_ids fb_action_types fb_source dicbo vero_id oly_enc_id oly_anon_id
  wickedid rb_clickid s_cid cmpid icid intcmp int_cid ns_mchannel ns_source ns_campaign ns_linkname ns_fee xtor wt_mc
  wt_zmc ftcamp ftag trk ref_src ref_url spmailingid spjobid spreportid spuserid ssm cndid esrc bxid mbid
  accesstoken sharetoken unlocked_article_code pwapi_token giftcopy gift gifttoken smid smtyp referringsource emc
  reflink taid sref leadsource sharetype cmp ito ico __source guccounter guce_referrer
  guce_referrer_sig soc_src soc_trk tsrc .tsrc ocid cvid maca echobox traffic_source amp_js_v amp_gsa
  usqp aoh oc _r hasbeenredirected
  phpsessid jsessionid sessionid`.split(/\s+/),
);
const trackingPrefixes = ['utm_', 'mtm_', 'pk_', 'hsa_', 'at_', 'itm_', 'stm_', 'wpisrc', 'vgo_', 'gaa_', 'guce_'];

/** What YouTube adds to the video that is shown: the list it stands in, who shared it. */
const watchNames = new Set('feature si pp list index start_radio ab_channel'.split(' '));

/** How an article is shown: AMP, print, all on one page; and short marks of sharing that mean an id elsewhere. */
const viewNames = new Set(
  `outputtype output amp _amp ampmode amp-content mode view print printable printview printpage printmode singlepage
  fullpage full nomobile mobile m platform device layout theme share st sh mod partner rss app`.split(/\s+/),
);

/** Parameters that turn the pages of one story. */
const pagingNames = new Set('page pagewanted pagenumber pageno pagenum pg currentpage seite pagina paging'.split(' '));

/** The same newsroom's other hosts: for phones, for AMP, for print, for another continent. */
const hostPrefix = /^(?:www\d?|m|mobile|mobil|movil|mob|amp|amphtml|touch|wap|lite|edition|print|eu)\./;

/** Outlets with two domains for the same articles, from their redirects. */
const hostNames = new Map([
  ['bbc.co.uk', 'bbc.com'],
  ['guardian.co.uk', 'theguardian.com'],
  ['theguardian.co.uk', 'theguardian.com'],
  ['huffingtonpost.com', 'huffpost.com'],
  ['thetimes.co.uk', 'thetimes.com'],
  ['the-independent.com', 'independent.co.uk'],
  ['us.cnn.com', 'cnn.com'],
  ['international.cnn.com', 'cnn.com'],
  ['uk.reuters.com', 'reuters.com'],
  ['in.reuters.com', 'reuters.com'],
  ['ca.reuters.com', 'reuters.com'],
  ['af.reuters.com', 'reuters.com'],
]);

/**
 * Addresses that hold another one: AMP caches (developers.google.com/amp/cache), AMP viewers of Google and Bing,
 * the Wayback Machine (its modifiers too: `id_`, `if_`) and archive.today. The held address may lack its scheme.
 */
const wrappers: readonly RegExp[] = [
  /^[^/]+\.(?:cdn\.ampproject\.org|bing-amp\.com)\/(?:[acirv]|mbv|wp|ww|rtv)\/(?:s\/)?(?<held>.+)$/,
  /^(?:www\.)?(?:google|bing)\.[a-z.]+\/amp\/(?:s\/)?(?<held>.+)$/,
  /^web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\/(?<held>.+)$/,
  /^(?:www\.)?archive\.(?:today|ph|is|li|vn|fo|md)\/(?:(?:\d{4,14}|newest|o\/\w+)\/)?(?<held>(?:https?:|[\w-]+\.).+)$/,
];

/** Pages that are lists or talk, of which each view is another page. */
const listWords =
  /^(?:comments?|discussions?|reader-comments|kommentare|commentaires|forum|search|suche|recherche|buscar|tags?|topics?|authors?)$/;

/** Posts of a live blog are read one by one; other fragments are places in one page. */
const postFragment = /^#(?:block|post|entry|update|liveblog|live-?post|h_)[-_][\w-]{4,}/i;

/** An address as it is compared and indexed: two of one article are equal, without scheme, tracking, or kind of view. */
export function addressKey(address: string): string {
  const url = parsed(address);
  if (url === undefined) return address;
  const path = plainPath(url);
  const list = isListPath(path);
  const parameters = [...url.searchParams].filter(
    ([name, value]) => list || !isNoise(url, path, name.toLowerCase(), value),
  );
  parameters.sort(([a, one], [b, other]) => (a === b ? (one < other ? -1 : 1) : a < b ? -1 : 1));
  const query = parameters.map(([name, value]) => `${name}=${value}`).join('&');
  const post = postFragment.exec(url.hash)?.[0] ?? '';
  return `${siteOf(url)}${list ? path : firstPage(path)}${query === '' ? '' : `?${query}`}${post}`;
}

/**
 * The page's canonical address when it can be believed: not the site's root and not a list (a common mistake of
 * templates, which would make one article of a whole site).
 */
export function trustedCanonical(article: Pick<ArticleMetadata, 'url' | 'canonicalUrl'>): string | undefined {
  const canonical = article.canonicalUrl === undefined ? undefined : parsed(article.canonicalUrl);
  if (canonical === undefined || !/^https?:$/.test(canonical.protocol)) return undefined;
  const key = addressKey(canonical.href);
  if (isFront(key) || isList(key)) return undefined;
  // An article above all others of its folder: the template names the folder.
  return addressKey(article.url).startsWith(`${key}/`) && !numberOf(key) ? undefined : canonical.href;
}

/** Every address that the page gives for itself on its own site, as keys; the visited one first. */
export function addressKeysOf(article: Pick<ArticleMetadata, 'url' | 'canonicalUrl'>): string[] {
  const visited = addressKey(article.url);
  const canonical = trustedCanonical(article);
  const key = canonical === undefined ? visited : addressKey(canonical);
  return hostOf(key) === hostOf(visited) ? [...new Set([visited, key])] : [visited];
}

/** Whether a key is a site's first page. */
export function isFront(key: string): boolean {
  return /^[^/?#]*$/.test(key);
}

/** Whether a key is that of a list, a search, or comments. */
export function isList(key: string): boolean {
  return (
    isListPath(key.slice(hostOf(key).length).replace(/[?#].*$/, '')) ||
    /^(?:discussion|comments|search|forum)s?\./.test(key)
  );
}

/** The host in a key. */
export function hostOf(key: string): string {
  return /^[^/?#]*/.exec(key)?.[0] ?? '';
}

/**
 * The number, or code, that a newsroom gave its article, from the end of the address: it stays when the words before it
 * are written anew. Dates are no numbers of articles.
 */
export function numberOf(key: string): string | undefined {
  const path = key.slice(hostOf(key).length).replace(/[?#].*$/, '');
  const segments = path.split('/').filter((each) => each !== '');
  for (const segment of segments.slice(-2).reverse()) {
    const numbers = (segment.match(/(?<![\dA-Za-z])(?:\d+\.)?\d{6,}(?![\dA-Za-z])/g) ?? []).filter(
      (each) => !isDate(each),
    );
    const codes =
      segment.match(/(?<![\dA-Za-z])(?=[a-zA-Z]*\d[\da-zA-Z]*\d[\da-zA-Z]*\d)[\da-zA-Z]{10,}(?![\dA-Za-z])/g) ?? [];
    const found = [...numbers, ...codes.filter((code) => /[a-zA-Z]/.test(code))];
    if (found.length > 0) return found.join('+').toLowerCase();
  }
  return undefined;
}

function isNoise(url: URL, path: string, name: string, value: string): boolean {
  if (trackingNames.has(name) || trackingPrefixes.some((prefix) => name.startsWith(prefix))) return true;
  if (watchNames.has(name)) return /(?:^|\.)youtube\.com$/.test(url.hostname);
  // `?print=1` chooses a view, `?print=10482` names a page.
  if (viewNames.has(name)) return !/\d{3}/.test(value);
  return pagingNames.has(name) && /^(?:\d{1,3}|all|full)$/.test(value) && isArticlePath(path);
}

/** `#!/path` was the address of a page in single-page sites (Google's AJAX crawling scheme, 2009 to 2015). */
function parsed(address: string): URL | undefined {
  let url = URL.parse(address.trim());
  for (let depth = 0; url !== null && depth < 3; depth++) {
    const held = heldIn(url);
    if (held === undefined) break;
    url = URL.parse(/^https?:/.test(held) ? held : `https://${held}`);
  }
  if (url === null) return undefined;
  const route = /^#!?\/?(?=.*[/-])(?<path>[^:]+)$/.exec(url.hash)?.groups?.path;
  const routed = url.hash.startsWith('#!') || url.hash.startsWith('#/');
  return route !== undefined && routed && url.pathname === '/' ? (URL.parse(`/${route}`, url) ?? url) : url;
}

function heldIn(url: URL): string | undefined {
  const whole = `${url.host}${url.pathname}${url.search}`;
  for (const wrapper of wrappers) {
    const held = wrapper.exec(whole)?.groups?.held;
    // Proxies write `https:/` with one slash or two.
    if (held !== undefined) return held.replace(/^(https?):\/+/, '$1://').replace(/^https?%3A%2F%2F/i, 'https://');
  }
  return undefined;
}

function siteOf(url: URL): string {
  let host = url.host.replace(/\.$/, '');
  for (let bare = ''; bare !== host; ) {
    bare = host;
    const shorter = host.replace(hostPrefix, '');
    if (shorter.includes('.')) host = shorter;
  }
  return hostNames.get(host) ?? host;
}

/** The path in one spelling: no session, AMP or print view, index file, or slash at its end. */
function plainPath(url: URL): string {
  const path = readable(url.pathname)
    .replace(/;[\w.-]+=?[^/]*/g, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$/i, '')
    .replace(/(?:[._-]amp(?=\.s?html?$)|\.amp(?:\.html)?$|[._-]print(?=\.s?html?$))/i, '');
  const segments = path.split('/').filter((each) => each !== '');
  const views =
    /^(?:amp|amp\.s?html?|print|printable|drucken|druckversion|imprimir|imprimer|stampa|mobile|platform=amp)$/i;
  const kept = segments.filter((each) => !views.test(each));
  // amp.cnn.com/cnn/2024/… is cnn.com/2024/…
  if (url.host === 'amp.cnn.com' && kept[0] === 'cnn') kept.shift();
  return kept.length === 0 ? '' : `/${kept.join('/')}`;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  }
}

/** Further pages of a story: `…-812345-2.html`, `…/seite-2`, `…/page/2`, `…-p2.html`, `/2` after its words. */
function firstPage(path: string): string {
  const first = path
    .replace(/(\d{5,})-\d{1,2}(\.s?html?)?$/, '$1$2')
    .replace(/-p\d{1,2}(\.s?html?)$/, '$1')
    .replace(/\/(?:(?:page|seite|pagina)[-/]?\d{1,2}|komplettansicht|singleton|all)$/, '')
    .replace(/\/([2-9]|1\d)$/, '');
  return first === path || isArticlePath(first) ? first : path;
}

/** Whether the last part of a path has the words or the number of a story. */
function isArticlePath(path: string): boolean {
  const last = path.split('/').at(-1) ?? '';
  return !isListPath(path) && (/(?:[^-_]+[-_]){2}[^-_]/.test(last) || /\d{5,}/.test(last) || /\.s?html?$/.test(last));
}

function isListPath(path: string): boolean {
  return path.split('/').some((segment) => listWords.test(segment.toLowerCase()));
}

function isDate(number: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:(?:0[1-9]|[12]\d|3[01])\d*)?$/.test(number);
}
