// Long work in short pieces, so that what else waits there goes in between: the page under the reader's hand, the
// background's other answers. The work itself is plain code that yields wherever it may be put down.

export type Steps<Result> = Generator<undefined, Result, undefined>;

/** How long a piece may take, in ms: half a frame. */
const budget = 8;

/** Does the work in pieces. Rejects with the signal's reason when aborted. */
export async function inSlices<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    const end = performance.now() + budget;
    do {
      signal?.throwIfAborted();
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await giveWay();
  }
}

/** Does the work in one piece. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does `work` for each item. */
export function* eachOf<Item>(items: Iterable<Item>, work: (item: Item) => void): Steps<void> {
  for (const item of items) {
    work(item);
    yield;
  }
}

/** By message and not by timer: timers wait a second each in a hidden tab. */
function giveWay(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(undefined);
  });
}
