// The spotter's features of every stored page, computed by the shipped code in real Chromium; kept for the next run as
// long as that code is the same.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleForPage, launchChromium, mapSome, readIndex, visitStoredPage } from '../bench/stored-pages.ts';

export interface Example {
  id: string;
  domain: string;
  label: string;
  kind: string;
  features: number[];
}

export async function readExamples(data: string): Promise<Example[]> {
  const code = await bundleForPage(join(import.meta.dirname, 'articles-in-page.ts'), 'trained');
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
  const cache = join('out', 'train', `article-features-${hash}.json`);
  try {
    const known: Example[] = JSON.parse(await readFile(cache, 'utf8'));
    return known;
  } catch {
    console.log('computing the features of all pages, some minutes');
  }
  const pages = await readIndex(data, 'detect.jsonl');
  const browser = await launchChromium();
  try {
    const examples = await mapSome(pages, 2, async (stored): Promise<Example> => {
      const features = await visitStoredPage(browser, data, stored, async (page): Promise<number[]> => {
        const answer: unknown = await page.evaluate(`${code};trained.spotterFeatures(document,new URL(location.href))`);
        if (!Array.isArray(answer)) throw new Error(`no features of ${stored.url}`);
        return answer.map(Number);
      });
      const { domain, label, kind } = stored;
      return { id: stored.id, domain: String(domain), label: String(label), kind: String(kind), features };
    });
    await mkdir('out/train', { recursive: true });
    await writeFile(cache, JSON.stringify(examples));
    return examples;
  } finally {
    await browser.close();
  }
}
