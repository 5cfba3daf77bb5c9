// A page to print or to send: everything as text, nothing that runs or loads.
import { entityOf, noteOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import type { Writer } from './formats.ts';
import { fragmentLink } from './fragment-link.ts';

/** The few words of the page itself, in the reader's language. */
export interface HtmlWords {
  lang: string;
  title: string;
}

const style = `
:root{color-scheme:light}
body{max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c1c1a;background:#fff;font:16px/1.5 Georgia,'Noto Serif',serif}
h1,h2,footer,header p{font-family:system-ui,sans-serif}
h1{font-size:1.5rem}
h2{margin:2.5rem 0 0;font-size:1.15rem}
header p,footer{color:#5b5b56;font-size:.85rem;margin:.25rem 0}
section{margin:1.25rem 0;break-inside:avoid}
blockquote{margin:0;padding:.1rem 0 .1rem .9rem;border-left:4px solid #dcdcd6}
.yellow{border-color:#e8b90c}.green{border-color:#4ba85b}.blue{border-color:#4a90e2}.pink{border-color:#e0609f}.purple{border-color:#9a6fe0}
blockquote,.note{white-space:pre-wrap;overflow-wrap:anywhere}
.note{margin:.5rem 0 0}
a{color:#1d5bb8}
@media print{body{margin:0;max-width:none;font-size:11pt}a{color:inherit}h2{break-after:avoid}}
`;

export function htmlWriter(words: HtmlWords, now: Date): Writer {
  const day = new Intl.DateTimeFormat(words.lang, { dateStyle: 'long' });
  return {
    begin: () =>
      `<!doctype html>\n<html lang="${escaped(words.lang)}">\n<head>\n<meta charset="utf-8">\n` +
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
      `<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
      `<title>${escaped(words.title)}</title>\n<style>${style}</style>\n</head>\n<body>\n` +
      `<h1>${escaped(words.title)}</h1>\n<p>${escaped(day.format(now))}</p>\n`,
    write: ({ article, annotations }) => {
      const about = [article.byline, article.siteName, article.publishedTime].filter((each) => each !== undefined);
      const title = article.title === '' ? article.url : article.title;
      const dir = article.dir === undefined ? 'auto' : article.dir;
      const head =
        `<article>\n<header>\n<h2 dir="auto">${escaped(title)}</h2>\n` +
        (about.length === 0 ? '' : `<p dir="auto">${escaped(about.join(' · '))}</p>\n`) +
        `<p>${linked(article.url, article.url)}</p>\n</header>\n`;
      const sections = annotations.map((annotation) => {
        const quote = quoteOf(annotation);
        const note = noteOf(annotation);
        const entity = entityOf(annotation);
        const marks = [entity?.name, ...tagsOf(annotation).map((tag) => `#${tag}`)].filter(
          (each) => each !== undefined,
        );
        const made = new Date(annotation.created);
        return (
          '<section>\n' +
          (quote === ''
            ? ''
            : `<blockquote dir="${dir}" class="${annotation.colour ?? ''}">${escaped(quote)}</blockquote>\n`) +
          (note === '' ? '' : `<p class="note" dir="auto">${escaped(note)}</p>\n`) +
          `<footer>${linked(fragmentLink(annotation), Number.isNaN(made.getTime()) ? '↗' : day.format(made))}` +
          `${marks.map((mark) => ` · <bdi>${escaped(mark)}</bdi>`).join('')}</footer>\n</section>\n`
        );
      });
      return `${head}${sections.join('')}</article>\n`;
    },
    end: () => '</body>\n</html>\n',
  };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

/** A link, if it leads to the Web. */
function linked(address: string, text: string): string {
  const words = escaped(text);
  return /^https?:/i.test(address) ? `<a href="${escaped(address)}" rel="noreferrer">${words}</a>` : words;
}
