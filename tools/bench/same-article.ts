// `npm run bench -- same-article --data DIR --out OUT`: whether pairs of saved pages show one article. Reads
// DIR/*.jsonl ({id, a, b} with {url, canonical, title, text}), writes OUT/same-article.jsonl ({id, same}), and where the
// pairs have the truth (`same`) tells how many are right, and which joins are wrong.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Seen, sameArticle } from '../../notes/same-article.ts';
import { textHashOf } from '../../notes/text-hash.ts';
import type { BenchArgs } from './bench.ts';

interface Page {
  url: string;
  canonical?: string | null;
  title?: string | null;
  text?: string | null;
}

interface Pair {
  id: string;
  a: Page;
  b: Page;
  same?: boolean;
  why?: string;
}

const developmentData = new URL('../../../shared/data/urls', import.meta.url).pathname;

export async function bench({ data = developmentData, out }: BenchArgs): Promise<void> {
  const files = (await readdir(data)).filter((file) => file.endsWith('.jsonl')).sort();
  const lines = (await Promise.all(files.map((file) => readFile(join(data, file), 'utf8')))).flatMap((text) =>
    text.split('\n').filter((line) => line.trim() !== ''),
  );
  const pairs = lines.map((line): Pair => JSON.parse(line));
  const answers = pairs.map((pair) => ({ pair, reason: sameArticle(seen(pair.a), seen(pair.b)) }));
  const written = answers.map(({ pair, reason }) => JSON.stringify({ id: pair.id, same: reason !== undefined }));
  await writeFile(join(out, 'same-article.jsonl'), `${written.join('\n')}\n`);
  const judged = answers.filter(({ pair }) => pair.same !== undefined);
  const wrongJoins = judged.filter(({ pair, reason }) => pair.same === false && reason !== undefined);
  const missed = judged.filter(({ pair, reason }) => pair.same === true && reason === undefined);
  for (const [label, wrong] of [
    ['wrong join', wrongJoins],
    ['missed', missed],
  ] as const) {
    for (const { pair, reason } of wrong) console.log(`${label}  ${pair.id}  ${pair.why ?? ''}  ${reason ?? ''}`);
  }
  const byReason = Object.groupBy(answers, ({ reason }) => reason ?? 'not joined');
  console.table(Object.fromEntries(Object.entries(byReason).map(([reason, all]) => [reason, all?.length ?? 0])));
  const right = judged.length - wrongJoins.length - missed.length;
  const percent = judged.length === 0 ? undefined : Number(((100 * right) / judged.length).toFixed(1));
  console.log(
    JSON.stringify({
      pairs: pairs.length,
      judged: judged.length,
      percent,
      wrongJoins: wrongJoins.length,
      missed: missed.length,
    }),
  );
}

function seen({ url, canonical, title, text }: Page): Seen {
  return {
    url,
    title: title ?? '',
    ...(canonical ? { canonicalUrl: canonical } : {}),
    textHash: textHashOf(text ?? ''),
  };
}
