import { afterEach, expect, it, vi } from 'vitest';
import { atOnce, eachOf, inSlices, type Steps } from './slices.ts';

afterEach(() => vi.restoreAllMocks());

/** A clock that goes on by `step` ms each time it is looked at. */
function clockOf(step: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += step));
}

function* count(to: number): Steps<string> {
  for (let at = 0; at < to; at++) yield;
  return `${to} steps`;
}

it('answers with what the work answers, in pieces or at once', async () => {
  expect(await inSlices(count(1000))).toBe('1000 steps');
  expect(atOnce(count(1000))).toBe('1000 steps');
});

it('lets other tasks run in between when a piece has lasted long enough', async () => {
  clockOf(5);
  let others = 0;
  const other = setInterval(() => others++, 0);
  await inSlices(count(500));
  clearInterval(other);
  expect(others).toBeGreaterThan(0);
});

it('gives way only then: short work is done in one piece', async () => {
  clockOf(0);
  let isDone = false;
  void inSlices(count(500)).then(() => {
    isDone = true;
  });
  await Promise.resolve();
  await Promise.resolve();
  expect(isDone).toBe(true);
});

it('puts the work down for good when it is aborted, with the reason', async () => {
  clockOf(5);
  const stop = new AbortController();
  let done = 0;
  const work = inSlices(
    eachOf([1, 2, 3, 4, 5], (item) => {
      done = item;
      if (item === 3) stop.abort(new Error('left'));
    }),
    stop.signal,
  );
  await expect(work).rejects.toThrow('left');
  expect(done).toBe(3);
});

it('tells of what went wrong in the work', async () => {
  const work = inSlices(
    eachOf([1], () => {
      throw new Error('broken');
    }),
  );
  await expect(work).rejects.toThrow('broken');
});
