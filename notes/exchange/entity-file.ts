// What is kept about one entity, as a file: rows for a spreadsheet, or JSON.
import { noteOf, quoteOf, tagsOf } from '../../core/annotation.ts';
import type { AboutEntity } from '../about-entity.ts';
import { annotationOf } from '../annotations.ts';
import { csvRow } from './csv.ts';

const columns = ['published', 'site', 'title', 'address', 'quote', 'note', 'tags', 'colour', 'made'];

/** A row for each annotation. */
export function entityCsv({ articles }: AboutEntity): string {
  const rows = articles.flatMap(({ article, annotations }) =>
    annotations.map((each) => [
      article.publishedTime ?? '',
      article.siteName ?? '',
      article.title,
      article.url,
      quoteOf(each),
      noteOf(each),
      tagsOf(each).join(', '),
      each.colour ?? '',
      each.created,
    ]),
  );
  return [columns, ...rows].map(csvRow).join('');
}

/** Annotations as the W3C model has them, by article. */
export function entityJson({ names, articles, together }: AboutEntity): string {
  const [entity, ...alsoNamed] = names;
  return JSON.stringify(
    {
      entity,
      alsoNamed,
      namedTogether: together.map(({ entity: other, articles: count }) => ({ ...other, articles: count })),
      articles: articles.map(({ article, annotations }) => {
        const { url, title, siteName, byline, publishedTime, lang } = article;
        return { url, title, siteName, byline, publishedTime, lang, annotations: annotations.map(annotationOf) };
      }),
    },
    undefined,
    2,
  );
}
