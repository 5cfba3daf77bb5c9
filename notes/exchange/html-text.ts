// The words of a piece of HTML out of another tool's file. It is parsed apart from any page: nothing in it runs or loads.

const looksLikeHtml = /<[a-z/!]|&[a-z#]/i;

/** Its text; what is no HTML, or where there is no parser (outside of pages), stays as it is. */
export function textOfHtml(value: unknown): unknown {
  if (typeof value !== 'string' || !looksLikeHtml.test(value) || typeof DOMParser === 'undefined') return value;
  const { body } = new DOMParser().parseFromString(value, 'text/html');
  for (const silent of body.querySelectorAll('script, style, template, noscript')) silent.remove();
  return (body.textContent ?? '').replace(/[^\S\n]+/g, ' ').trim();
}
