// Long work in short pieces, so that the page stays quick under the reader's hand.

/** How long a piece may take, in ms: half a frame. */
const budget = 8;

/** Does `work` for each item, giving way to the page between pieces. Rejects with the signal's reason when aborted. */
export async function inSlices<Item>(
  items: Iterable<Item>,
  signal: AbortSignal,
  work: (item: Item) => void,
): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    signal.throwIfAborted();
    work(item);
    if (performance.now() - began < budget) continue;
    await giveWay();
    began = performance.now();
  }
  signal.throwIfAborted();
}

function giveWay(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
