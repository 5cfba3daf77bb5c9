import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { newAnnotationId } from '../core/annotation.ts';
import type { ArticleMetadata } from '../core/article/article.ts';
import { saveAnnotation } from './annotations.ts';
import { addressKey, trustedCanonical } from './article-url.ts';
import { articleOf, articleShown, articlesById } from './articles.ts';
import { openDatabase, type PressmarkDatabase } from './database.ts';

function database(): PressmarkDatabase {
  return openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
}

async function annotate(db: PressmarkDatabase, article: ArticleMetadata): Promise<string> {
  const id = newAnnotationId(Date.now());
  await saveAnnotation(db, { id, target: { source: article.url, selector: [] } }, article, new Date());
  return (await db.annotations.get(id))?.articleId ?? '';
}

describe('addresses', () => {
  it.each([
    ['https://a.example/story?utm_source=x&utm_medium=y', 'https://a.example/story'],
    ['https://a.example/story#comments', 'https://a.example/story'],
    ['http://a.example/story/', 'https://a.example/story'],
    ['https://a.example/story?id=7&fbclid=abc', 'https://a.example/story?id=7'],
    ['https://A.example:443/story', 'https://a.example/story'],
  ])('%s is %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  it.each([
    ['https://a.example/story?id=7', 'https://a.example/story?id=8'],
    ['https://a.example/one', 'https://a.example/two'],
    ['https://a.example/story', 'https://b.example/story'],
    ['https://a.example/Story', 'https://a.example/story'],
  ])('%s is not %s', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  it('believe a canonical address unless it is the root of a site, a list, or the folder of the page', () => {
    const url = 'https://www.a.example/story?page=2';
    expect(trustedCanonical({ url, canonicalUrl: 'https://a.example/story' })).toBe('https://a.example/story');
    for (const canonicalUrl of ['https://www.a.example/', 'https://a.example/search?q=x', 'nonsense', '']) {
      expect(trustedCanonical({ url, canonicalUrl })).toBeUndefined();
    }
  });
});

describe('an article', () => {
  const canonicalUrl = 'https://a.example/story';

  it('is found again under every address that it was annotated under', async () => {
    const db = database();
    const first = await annotate(db, { url: 'https://a.example/story?ref=home', canonicalUrl, title: 'Story' });
    const second = await annotate(db, { url: 'https://a.example/amp/story', canonicalUrl, title: 'Story' });
    expect(second).toBe(first);
    for (const url of ['https://a.example/story?ref=home', canonicalUrl, 'https://a.example/amp/story#x']) {
      expect((await articleOf(db, url))?.id).toBe(first);
    }
    expect([...(await articlesById(db, [first, first, 'none'])).keys()]).toEqual([first]);
  });

  it('is not joined to another that left its canonical address behind', async () => {
    const db = database();
    const first = await annotate(db, { url: canonicalUrl, canonicalUrl, title: 'Story' });
    const next = { url: 'https://a.example/next', canonicalUrl, title: 'Next story' };
    expect(await articleShown(db, next)).toBeUndefined();
    expect(await annotate(db, next)).not.toBe(first);
    expect((await articleOf(db, canonicalUrl))?.id).toBe(first);
  });

  it('that was only looked at leaves no row', async () => {
    const db = database();
    expect(await articleShown(db, { url: canonicalUrl, title: 'Story' })).toBeUndefined();
    expect(await db.articles.count()).toBe(0);
  });
});
