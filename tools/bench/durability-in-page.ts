// What the durability benchmark runs in a page of the extension: writes notes through the background as the editor does,
// and reads the database without the extension's own code. Self-contained: each function travels as its source.

/** What a note of the benchmark says: its number, its version, and words that follow from both. */
export interface Acknowledged {
  number: number;
  version: number;
  id: string;
}

interface Extension {
  runtime: { sendMessage(message: unknown): Promise<{ ok?: boolean } | undefined> };
}

/** Starts writing notes and changing them, several at a time, until the page goes. */
export function startWriting(_root: Document, first: number): boolean {
  const state = { acknowledged: [] as Acknowledged[] };
  Object.assign(globalThis, { benchState: state });
  const scope = globalThis as unknown as { browser?: Extension; chrome?: Extension };
  const { runtime } = (scope.browser ?? scope.chrome) as Extension;
  let next = first;
  // A call that finds the background stopped is made again, as the extension's own calls are.
  const call = async (name: string, argument: unknown): Promise<void> => {
    for (;;) {
      const message = { pressmark: 'extension-to-background', name, args: [argument] };
      const reply = await runtime.sendMessage(message).catch(() => undefined);
      if (reply?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const write = async (): Promise<void> => {
    for (;;) {
      const number = next++;
      const stamp = Date.now().toString(16).padStart(12, '0');
      const tail = number.toString(16).padStart(12, '0');
      const id = `${stamp.slice(0, 8)}-${stamp.slice(8)}-7000-8000-${tail}`;
      const words = (version: number): string =>
        `${number}.${version} ${`w${number * 31 + version} `.repeat(5 + (number % 200))}end`;
      const source = `https://bench.example/story-${number % 97}-${100_000 + (number % 97)}`;
      const create = {
        id,
        target: { source, selector: [] },
        article: { url: source, title: `Story ${number % 97}` },
      };
      await call('saveNote', { id, value: words(1), base: '', create });
      state.acknowledged.push({ number, version: 1, id });
      if (number % 2 === 0) {
        await call('saveNote', { id, value: words(2), base: words(1) });
        state.acknowledged.push({ number, version: 2, id });
      }
    }
  };
  for (let lane = 0; lane < 4; lane++) void write();
  return true;
}

/** What was acknowledged since the last call. */
export function takeAcknowledged(): Acknowledged[] {
  const { benchState } = globalThis as unknown as { benchState: { acknowledged: Acknowledged[] } };
  return benchState.acknowledged.splice(0);
}

export interface Found {
  kept: { id: string; number: number; version: number }[];
  broken: string[];
  /** Tells one database from another that was begun in its place. */
  database?: string;
}

/** The notes in the database: number and version of each, or what is wrong with it. */
export async function readKept(): Promise<Found> {
  const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(indexedDB.open('pressmark'));
  const transaction = db.transaction(['annotations', 'articles', 'counts', 'machine']);
  const [annotations, articles, count, machine] = await Promise.all([
    settled<{ id: string; articleId: string; body: { value: string }[] }[]>(
      transaction.objectStore('annotations').getAll(),
    ),
    settled<IDBValidKey[]>(transaction.objectStore('articles').getAllKeys()),
    settled<{ count: number } | undefined>(transaction.objectStore('counts').get('annotations')),
    settled<{ id: string } | undefined>(transaction.objectStore('machine').get('machine')),
  ]);
  db.close();
  const known = new Set(articles);
  const broken: string[] = [];
  const kept = annotations.flatMap(({ id, articleId, body }) => {
    const value = body[0]?.value ?? '';
    const [number = 0, version = 0] = /^(\d+)\.(\d+) /.exec(value)?.slice(1).map(Number) ?? [];
    const whole = `${number}.${version} ${`w${number * 31 + version} `.repeat(5 + (number % 200))}end`;
    if (value !== whole || body.length !== 1 || !known.has(articleId)) broken.push(id);
    return [{ id, number, version }];
  });
  if ((count?.count ?? 0) !== annotations.length)
    broken.push(`counted ${count?.count}, there are ${annotations.length}`);
  return { kept, broken, ...(machine === undefined ? {} : { database: machine.id }) };
}
