// Pages too large or too strange to keep as files.
import type { MadePage } from '../../tools/demo/serve.ts';

const html = 'text/html; charset=utf-8';

/** The beginning of every paragraph of the long pages. */
export const refrain = 'The mayor of Tallow Bay, Desmond Achebe-Lund, said that the tide would not wait.';

function article(title: string, body: string, lang = 'en'): MadePage {
  const about = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title };
  return {
    type: html,
    body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
      <link rel="icon" href="/favicon.svg"><meta property="og:type" content="article">
      <meta property="article:published_time" content="2026-11-22T08:00:00+01:00">
      <script type="application/ld+json">${JSON.stringify({ ...about, datePublished: '2026-11-22T08:00:00+01:00' })}</script>
      </head><body><article><h1>${title}</h1>${body}</article></body></html>`,
  };
}

/** An article that the newsroom has edited: of two of its sentences one is changed and one is gone in the second. */
export function editedPage(version: 'first' | 'second'): MadePage {
  const [changed, gone] =
    version === 'first'
      ? [
          'publish all fourteen letters',
          'On the quay it was said that nobody had asked for a second opinion, and that it came all the same.',
        ]
      : ['publish twelve of the letters', 'The meeting was closed at nine in the evening.'];
  return article(
    'Letters to the harbour committee',
    `${repeat(3, (index) => `<p>${index + 1}. ${refrain} It has waited for nobody in four hundred years, and it will not begin now.</p>`)}
    <p>Its chair promised that the committee will ${changed} before the vote on Thursday. ${gone}</p>
    <p>The letters were written by fishermen, by two schools and by the keeper of the lighthouse at the point.</p>`,
  );
}

function repeat(count: number, paragraph: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => paragraph(index)).join('');
}

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const madePages: ReadonlyMap<string, MadePage> = new Map<string, MadePage>([
  [
    '/made/2026/11/22/five-megabytes.html',
    article(
      'A page of five megabytes',
      repeat(
        5200,
        (index) => `<p>${refrain} ${`Paragraph ${index} goes on about the harbour and its ferries. `.repeat(16)}</p>`,
      ),
    ),
  ],
  [
    '/made/2026/11/22/hundred-thousand-nodes.html',
    article(
      'A page of a hundred thousand text nodes',
      repeat(1000, () => `<p>${refrain} ${'The <i>ferry</i> waited <b>in</b> the <i>harbour</i>. '.repeat(17)}</p>`),
    ),
  ],
  [
    '/made/frameset.html',
    {
      type: html,
      body: `<!doctype html><html><head><title>Frames</title><link rel="icon" href="/favicon.svg"></head>
        <frameset cols="50%,50%"><frame src="/about.html"><frame src="/world/"></frameset></html>`,
    },
  ],
  [
    '/made/no-body.html',
    {
      type: html,
      body: `<!doctype html><html><head><title>No body</title><link rel="icon" href="/favicon.svg">
        <script>addEventListener('DOMContentLoaded', () => document.body.remove());</script></head><body></body></html>`,
    },
  ],
  ['/made/empty.html', { type: html, body: '' }],
  // Asked for by pages that cannot name another.
  ['/favicon.ico', { type: 'image/png', body: Buffer.from(pixel, 'base64') }],
  [
    '/made/feed.xml',
    {
      type: 'application/xml',
      body: `<?xml version="1.0"?><feed><title>${refrain}</title><entry>${refrain}</entry></feed>`,
    },
  ],
  [
    '/made/drawing.svg',
    {
      type: 'image/svg+xml',
      body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40"><text y="20">${refrain}</text></svg>`,
    },
  ],
  ['/made/picture.png', { type: 'image/png', body: Buffer.from(pixel, 'base64') }],
  ['/made/words.txt', { type: 'text/plain; charset=utf-8', body: `${refrain}\n`.repeat(40) }],
  [
    '/made/2026/11/22/russian.html',
    article(
      'Паромы снова ходят',
      `<p>Впервые за восемь дней паромы вышли из гавани. Об этом в четверг сообщила посредница Марина Халворсен, которая
      провела ночь за одним столом с моряками и владельцами судов.</p><p>«Никто не проиграл», написала она в Telegram,
      её канал называется @halvorsen_pier. Рыбаки острова отвечали ей под словом #ПошлитеЛодку и присылали фотографии
      пустых причалов, на которых снова стояли люди с чемоданами и мешками муки.</p><p>Капитан «Святого Бранноха»
      Степан Велчев поднял на мостике флаг и сказал, что море не спрашивает, кто платит. Пассажиры аплодировали, хотя
      рейс опоздал на сорок минут, и никто не пожаловался.</p>`,
      'ru',
    ),
  ],
  [
    '/made/2026/11/22/fields.html',
    article(
      'An article with fields',
      `${repeat(6, () => `<p>${refrain} It has waited for nobody in four hundred years, and it will not begin now.</p>`)}
      <p>   </p><p id="blank">&nbsp; &nbsp; &nbsp; &nbsp; &nbsp;</p>
      <input id="field" value="words inside a field" style="width: 300px">
      <textarea id="area">words inside an area</textarea><div id="editable" contenteditable>words to be edited</div>
      <ul><li>The first point of three</li><li>The second point of three</li><li>The third point of three</li></ul>`,
    ),
  ],
]);
