// Lays a plain text out as the page of a news portal would: what its lines are is told by their words, as a newsroom's
// template knows it.

/** @param text the first line is the headline; credits, teasers and loading lines stand between the paragraphs. */
export function layOutAsPortalPage(text: string): string {
  const [headline = '', ...lines] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>${escaped(headline)}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${escaped(headline)}">
<meta property="article:published_time" content="2021-02-14T10:00:00Z"></head>
<body><header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sports">Sports</a></nav></header>
<main><article><h1>${escaped(headline)}</h1>
<div class="articlebody">${figureOf(lines)}${lines
    .filter((line) => !isCredit(line))
    .map(blockOf)
    .join('\n')}</div>
</article></main><footer><a href="/privacy">Privacy</a></footer></body></html>`;
}

function isCredit(line: string): boolean {
  return /via Getty Images/.test(line);
}

function figureOf(lines: readonly string[]): string {
  const credits = lines.filter(isCredit).map((line) => `<span class="caption">${escaped(line)}</span>`);
  return `<figure><img alt="" width="600" height="300"><figcaption>${credits.join(' ')}</figcaption></figure>`;
}

function blockOf(line: string): string {
  if (/^Load(ing\.\.\.|\s?Error)$/.test(line)) return `<div class="video-status">${line}</div>`;
  if (/^Continue Reading$/.test(line)) return `<button class="continue">${line}</button>`;
  if (/^Read more: /.test(line))
    return `<p><strong>Read more: <a href="/more">${escaped(line.slice(11))}</a></strong></p>`;
  return `<p>${escaped(line)}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
