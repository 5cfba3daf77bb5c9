// Do the words of real articles still read under a highlight? Stored pages in Chromium, for readers who prefer light and
// dark: contrast by WCAG 2.2, 4.5 or more. DATA has an index `detect.jsonl` as for `articles`. Of stylesheets only what
// stands in the page itself is there: nothing is fetched.
import { join } from 'node:path';
import type { BenchArgs } from './bench.ts';
import type { Measured } from './contrast-in-page.ts';
import { bundleForPage, launchChromium, readIndex, visitStoredPage } from './stored-pages.ts';

/** Without ids every nth page, so that all kinds are met: about so many. */
const sample = 60;

export async function bench({ data, only }: BenchArgs): Promise<void> {
  if (data === undefined) throw new Error('say where the pages are: --data DIR');
  const bundle = await bundleForPage(join(import.meta.dirname, 'contrast-in-page.ts'), 'Contrast');
  const all = (await readIndex(data, 'detect.jsonl')).filter((page) => page.label === 'article');
  const step = Math.max(1, Math.floor(all.length / sample));
  const chosen = only.length > 0 ? all.filter(({ id }) => only.includes(id)) : all.filter((_, at) => at % step === 0);
  const browser = await launchChromium();
  const results: (Measured & { id: string; prefers: string })[] = [];
  let failed = 0;
  try {
    for (const prefers of ['light', 'dark']) {
      for (const stored of chosen) {
        const measured = await visitStoredPage(browser, data, stored, async (page) => {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: prefers }]);
          const answer: unknown = await page.evaluate(
            `(async () => { ${bundle}; return JSON.stringify(await Contrast.measureContrast() ?? null); })()`,
          );
          const parsed: Measured | null = JSON.parse(String(answer));
          return parsed;
        }).catch(() => undefined);
        if (measured === undefined) failed++;
        else if (measured !== null) results.push({ ...measured, id: stored.id, prefers });
      }
    }
  } finally {
    await browser.close();
  }
  const rows = ['light', 'dark'].map((scheme) => {
    const own = results.filter((each) => each.scheme === scheme && each.readable > 0);
    const sum = (count: (each: Measured) => number) => own.reduce((total, each) => total + count(each), 0);
    return {
      ground: scheme,
      pages: own.length,
      readable: sum(({ readable }) => readable),
      faint: sum(({ faint }) => faint),
      lost: sum(({ lost }) => Object.values(lost).reduce((total, each) => total + each, 0)),
      least: Number(Math.min(...own.map(({ least }) => least)).toFixed(2)),
    };
  });
  for (const { id, prefers, scheme, least, worst } of results) {
    if (least < 4.5) console.log(`${id} (${prefers}, ${scheme}): ${least.toFixed(2)}, ${worst}`);
  }
  console.table(rows);
  console.log(JSON.stringify({ bench: 'contrast', failed, rows }));
}
