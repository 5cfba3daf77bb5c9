import { describe, expect, it } from 'vitest';
import { type Seen, sameArticle } from './same-article.ts';
import { likeness, textHashOf } from './text-hash.ts';

const story =
  'The ferry between the two islands will sail again from Monday, the harbour office said. Its engine was mended in the winter, and the crew has been trained on a new radar.';
const otherStory =
  'A bakery in the old town has reopened after the flood of last spring. The oven was saved by neighbours, who carried it up the stairs in four parts.';

function page(url: string, more: Partial<Seen> & { text?: string } = {}): Seen {
  const { text, ...rest } = more;
  return { url, title: 'Island ferry to sail again from Monday', textHash: textHashOf(text ?? story), ...rest };
}

describe('one article', () => {
  it.each([
    [
      'https://www.wsj.com/articles/ferry-sails-again-11650000000?st=abc123&reflink=desktopwebshare_permalink',
      'https://www.wsj.com/articles/ferry-sails-again-11650000000',
    ],
    [
      'https://www.faz.net/aktuell/ferry-sails-again-18212345.amp.html',
      'https://www.faz.net/aktuell/ferry-sails-again-18212345.html',
    ],
    [
      'https://www.independent.co.uk/news/ferry-sails-b2212345.html?amp',
      'https://www.independent.co.uk/news/ferry-sails-b2212345.html',
    ],
    [
      'https://amp.scmp.com/news/asia/article/3212345/ferry-sails-again',
      'https://www.scmp.com/news/asia/article/3212345/ferry-sails-again',
    ],
    [
      'https://www-elmundo-es.cdn.ampproject.org/v/s/www.elmundo.es/espana/2024/05/01/ferry.html?amp_js_v=a9&usqp=mq331',
      'https://www.elmundo.es/espana/2024/05/01/ferry.html',
    ],
    [
      'https://web.archive.org/web/20240501if_/https://www.lefigaro.fr/ferry-20240501',
      'https://www.lefigaro.fr/ferry-20240501',
    ],
    [
      'https://archive.ph/2024.05.01-120000/https://www.ft.com/content/0b1f7a62-1111-4e4e-9a9a-aaaabbbbcccc',
      'https://www.ft.com/content/0b1f7a62-1111-4e4e-9a9a-aaaabbbbcccc',
    ],
    [
      'https://www.zeit.de/politik/2024-05/ferry-sails-again/seite-2',
      'https://www.zeit.de/politik/2024-05/ferry-sails-again',
    ],
    [
      'https://www.zeit.de/politik/2024-05/ferry-sails-again/komplettansicht',
      'https://www.zeit.de/politik/2024-05/ferry-sails-again',
    ],
    [
      'https://m.timesofindia.com/city/ferry-sails-again/articleshow/109712345.cms',
      'https://timesofindia.com/city/ferry-sails-again/articleshow/109712345.cms',
    ],
    [
      'https://www.stuff.co.nz/national/300212345/ferry-sails-again?cid=app-iPhone',
      'https://www.stuff.co.nz/national/300212345/ferry-sails-again',
    ],
    [
      'https://www.smh.com.au/national/ferry-sails-again-20240501-p5fnab.html?js-chunk-not-found-refresh=true',
      'https://www.smh.com.au/national/ferry-sails-again-20240501-p5fnab.html',
    ],
    [
      'https://www.lavanguardia.com/20240501/9612345/ferry-sails.html?facet=amp',
      'https://www.lavanguardia.com/20240501/9612345/ferry-sails.html',
    ],
    [
      'https://www.repubblica.it/cronaca/2024/05/01/news/ferry-422712345/amp/',
      'https://www.repubblica.it/cronaca/2024/05/01/news/ferry-422712345/',
    ],
    ['https://nos.nl/l/2512345', 'https://nos.nl/artikel/2512345-ferry-sails-again'],
    ['https://yle.fi/a/74-20087654', 'https://yle.fi/a/74-20087654?utm_medium=social'],
    [
      'https://www.n-tv.de/ferry-sails-again-article24912345.html',
      'https://amp.n-tv.de/ferry-sails-again-article24912345.html',
    ],
    [
      'https://g1.globo.com/sp/noticia/2024/05/01/ferry-sails-again.ghtml#inicio',
      'https://g1.globo.com/google/amp/sp/noticia/2024/05/01/ferry-sails-again.ghtml',
    ],
  ])('%s', (one, other) => {
    expect(sameArticle(page(one), page(other))).toBeDefined();
    expect(sameArticle(page(other), page(one))).toBeDefined();
  });

  it('is known by its number when headline and words were written anew', () => {
    const before = page('https://www.thenews.example/2024/ferry-to-sail-again-12345678');
    const after = page('https://www.thenews.example/2024/first-ferry-has-sailed-12345678', {
      title: 'First ferry has sailed',
      text: `${otherStory} ${otherStory}`,
    });
    expect(sameArticle(before, after)).toBe('number');
  });

  it('is known by its words at another outlet, also with a line of its agency before them', () => {
    const original = page('https://agency.example/article/ferry-0123456789abcdef0123456789abcdef');
    const copy = page('https://portal.example/news/ferry-213045112.html', {
      title: 'Ferry to sail again Monday',
      text: `PORT ELLERY (AGENCY) — ${story}`,
    });
    expect(sameArticle(original, copy)).toBe('text');
  });

  it('is known by what the page says of itself, when the words agree', () => {
    const canonicalUrl = 'https://coast.example/2024/ferry-sails-again';
    expect(sameArticle(page('https://co.st/3Kd8'), page(canonicalUrl))).toBeDefined();
    expect(sameArticle(page('https://coast.example/x?story=ferry', { canonicalUrl }), page(canonicalUrl))).toBe(
      'canonical',
    );
    expect(
      sameArticle(page('https://coast.example/next', { canonicalUrl, text: otherStory }), page(canonicalUrl)),
    ).toBeUndefined();
  });
});

describe('two articles', () => {
  const other = { text: otherStory };
  it.each([
    [
      'https://www.koreatimes.example/www/news/view.asp?newsIdx=371234',
      'https://www.koreatimes.example/www/news/view.asp?newsIdx=371235',
    ],
    ['https://n.news.naver.com/mnews/article/001/0014512345', 'https://n.news.naver.com/mnews/article/001/0014512346'],
    ['https://www.rte.ie/news/2024/0501/1446001-weather/', 'https://www.rte.ie/news/2024/0502/1446201-weather/'],
    ['https://www.swissinfo.ch/eng/ferry/48123456', 'https://www.swissinfo.ch/ger/ferry/48123460'],
    ['https://www.swissinfo.ch/eng/ferry/48123456', 'https://www.swissinfo.ch/ger/ferry/48123456'],
    [
      'https://www.aljazeera.com/news/liveblog/2024/5/6/ferry?update=2881234',
      'https://www.aljazeera.com/news/liveblog/2024/5/6/ferry?update=2881299',
    ],
    [
      'https://www.bbc.co.uk/sport/live/cx2y4k8dp3jt?post=asset:1',
      'https://www.bbc.co.uk/sport/live/cx2y4k8dp3jt?post=asset:2',
    ],
    [
      'https://www.nzherald.co.nz/nz/ferry/ABCDEFGH23IJKLMNOP45QRST6U/',
      'https://www.nzherald.co.nz/nz/ferry/ABCDEFGH23IJKLMNOP45QRST7V/',
    ],
    ['https://video.outlet.example/watch?id=81234567', 'https://video.outlet.example/watch?id=81234568'],
    ['https://outlet.example/weather?date=2024-05-01', 'https://outlet.example/weather?date=2024-05-02'],
    ['https://outlet.example/comments/ferry-12345678?page=1', 'https://outlet.example/comments/ferry-12345678?page=2'],
    ['https://outlet.example/ferry-12345678', 'https://outlet.example/ferry-12345678/comments'],
    ['https://outlet.example/', 'https://outlet.example/ferry-12345678'],
    ['https://outlet.example/videos/12345678', 'https://outlet.example/articles/12345678'],
    ['https://outlet.example/search?q=ferry', 'https://outlet.example/search?q=bakery'],
  ])('%s and %s', (one, next) => {
    expect(sameArticle(page(one), page(next, other))).toBeUndefined();
    expect(sameArticle(page(next, other), page(one))).toBeUndefined();
  });

  it('of one headline, or with one beginning, are told apart by their words', () => {
    expect(
      sameArticle(page('https://a.example/2024/05/01/forecast'), page('https://a.example/2024/05/02/forecast', other)),
    ).toBeUndefined();
    const lead = 'The public inquiry into the spill of 2019 is hearing evidence this month in the old town hall. ';
    const one = page('https://a.example/one-story-here', {
      text: `${lead}On Monday lawyers set out the times of all inspections.`,
    });
    const next = page('https://a.example/another-story-here', {
      text: `${lead}On Thursday an engineer said that he had warned managers.`,
    });
    expect(sameArticle(one, next)).toBeUndefined();
  });
});

describe('the trace of a text', () => {
  const long = (from: number, count: number): string =>
    Array.from({ length: count }, (_, index) => `word${(from + index) * 7919}`).join(' ');

  it('tells how much two long texts have in common, within a tenth', () => {
    const shares = [0, 0.25, 0.5, 0.9, 1];
    for (const share of shares) {
      const one = textHashOf(long(0, 2000)) ?? '';
      const other = textHashOf(long(2000 - share * 2000, 2000)) ?? '';
      expect(Math.abs(likeness(one, other).shorter - share)).toBeLessThan(0.15);
    }
  });

  it('is not made of a few words', () => {
    expect(textHashOf('Subscribe to read on')).toBeUndefined();
  });
});
