// Which addresses are the same article: the one place for these rules.
import type { ArticleMetadata } from '../core/article/article.ts';

/**
 * Parameters that tell where a reader came from, never what is shown. Names from the documentation of the campaigns
 * (Google, Meta, Microsoft, Mailchimp, HubSpot, Matomo, X, TikTok); `utm_` and `mtm_` are prefixes.
 */
const trackingParameters = new Set([
  'dclid',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'ncid',
  'smid',
  'srsltid',
  'ttclid',
  'twclid',
  'wbraid',
  'yclid',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  '__twitter_impression',
]);
const trackingPrefixes = ['utm_', 'mtm_', 'pk_', 'hsa_', 'at_campaign', 'at_medium'];

/** An address as it is compared and indexed: no scheme, fragment or tracking, no slash at the end. */
export function addressKey(address: string): string {
  const url = parsed(address);
  if (url === undefined) return address;
  for (const name of [...url.searchParams.keys()]) {
    if (isTracking(name)) url.searchParams.delete(name);
  }
  return `${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}

/**
 * The page's canonical address when it can be believed: on the same host, and not the site's root (a common mistake
 * of templates, which would make one article of a whole site).
 */
export function trustedCanonical(article: Pick<ArticleMetadata, 'url' | 'canonicalUrl'>): string | undefined {
  if (article.canonicalUrl === undefined) return undefined;
  const canonical = parsed(article.canonicalUrl);
  const visited = parsed(article.url);
  if (canonical === undefined || visited === undefined || bareHost(canonical) !== bareHost(visited)) return undefined;
  return canonical.pathname === '/' && canonical.search === '' ? undefined : canonical.href;
}

/** Every address that the page gives for itself, as keys; the visited one first. */
export function addressKeysOf(article: Pick<ArticleMetadata, 'url' | 'canonicalUrl'>): string[] {
  const canonical = trustedCanonical(article);
  const keys = [addressKey(article.url), ...(canonical === undefined ? [] : [addressKey(canonical)])];
  return [...new Set(keys)];
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return trackingParameters.has(lower) || trackingPrefixes.some((prefix) => lower.startsWith(prefix));
}

function bareHost(url: URL): string {
  return url.host.replace(/^www\./, '');
}

function parsed(address: string): URL | undefined {
  return URL.parse(address) ?? undefined;
}
