// An article that its newsroom changes, and one with words in shadow trees.
import type { MadePage } from '../../tools/demo/serve.ts';

export type Stage = 'first' | 'edited' | 'doubled';

export const changingPath = '/made/2026/11/22/harbour-letters.html';
export const shadowPath = '/made/2026/11/22/tide-table.html';

const minutes = 'The minutes of this meeting are kept at the harbour office.';

function article(title: string, body: string): MadePage {
  const about = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title };
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
      <link rel="icon" href="/favicon.svg"><meta property="og:type" content="article">
      <meta property="article:published_time" content="2026-11-22T08:00:00+01:00">
      <script type="application/ld+json">${JSON.stringify({ ...about, datePublished: '2026-11-22T08:00:00+01:00' })}</script>
      </head><body><article><h1>${title}</h1>${body}</article><section id="late"></section></body></html>`,
  };
}

const opening = `<p>Marta Quillon, who has chaired the harbour committee of Tallow Bay for eleven years, opened the meeting
  with the ferries and closed it with the tide. The fishermen sat on the left, the hotel keepers on the right, and the
  man who rings the fog bell stood by the door because he had to leave early, as he does every week.</p>`;
const closing = `<p>The letters were written by fishermen, by two schools and by the keeper of the lighthouse at the point.
  Some were in pencil. One was a drawing of a boat, with no words at all, and it was counted with the others because
  Marta Quillon said that it had been sent in an envelope with a stamp.</p>`;

export function changingPage(stage: Stage): MadePage {
  const isFirst = stage === 'first';
  const changed = stage === 'edited' ? 'publish twelve of the letters' : 'publish all fourteen letters';
  const gone =
    stage === 'edited'
      ? 'The meeting was closed at nine in the evening.'
      : 'On the quay it was said that nobody had asked for a second opinion, and that it came all the same.';
  // Both stand alone between new neighbours: nothing tells which was meant.
  const ends = isFirst
    ? `<p>${minutes}</p>`
    : stage === 'doubled'
      ? `<div><p>Read on Monday.</p><p>${minutes}</p></div><div id="second"><p>Read on Friday.</p><p>${minutes}</p></div>`
      : '';
  return article(
    'Letters to the harbour committee',
    `${opening}<p>She promised that the committee will ${changed} before the vote on Thursday.</p><p>${gone}</p>
    ${stage === 'doubled' ? '' : closing}${ends}${stage === 'doubled' ? `<p>So much for this year.</p>` : ''}`,
  );
}

export function shadowPage(): MadePage {
  return article(
    'A table of tides',
    `${opening}<tide-table></tide-table>${closing}<script>
      const table = document.querySelector('tide-table');
      const root = table.attachShadow({ mode: 'open' });
      root.innerHTML = '<p style="font: 16px/1.5 sans-serif"><span>a tide table in a tree of its own</span></p><small-print></small-print>';
      const inner = root.querySelector('small-print').attachShadow({ mode: 'open' });
      inner.innerHTML = '<p style="font: 16px/1.5 sans-serif"><span>the small print below it</span></p>';
    </script>`,
  );
}
