import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NewAnnotation, PageToBackground, Saved } from '../../messages/protocol.ts';
import { type Caller, ExtensionGone } from '../../messages/wire.ts';
import { createKeeper } from './keeper.ts';

const annotation: NewAnnotation = {
  id: 'a',
  colour: 'yellow',
  target: { source: 'https://news.example/a', selector: [] },
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(answers: (Error | Saved)[]) {
  const call = vi.fn(async () => {
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked too often');
    return answer;
  });
  const background = { call } as unknown as Caller<PageToBackground>;
  const told = { saved: vi.fn(), failed: vi.fn(), recovered: vi.fn() };
  return { keeper: createKeeper({ background, ...told }), call, ...told };
}

test('tells that an annotation was saved', async () => {
  const { keeper, saved, failed } = start([{ changeId: '1' }]);
  expect(await keeper.keep(annotation)).toBe(true);
  expect(saved).toHaveBeenCalledWith('a');
  expect(failed).not.toHaveBeenCalled();
});

test('tries again by itself until an annotation is saved', async () => {
  const { keeper, call, recovered } = start([new Error('storage-full'), new Error('storage-full'), { changeId: '1' }]);
  expect(await keeper.keep(annotation)).toBe(false);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(call).toHaveBeenCalledTimes(3);
  expect(recovered).toHaveBeenCalledOnce();
});

test('tells of a failure once, not at every try', async () => {
  const { keeper, failed } = start([new Error('storage-full'), new Error('storage-full'), new Error('storage-full')]);
  await keeper.keep(annotation);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(failed).toHaveBeenCalledOnce();
});

test('tries at once when the reader asks for it', async () => {
  const { keeper, saved } = start([new Error('database-unavailable'), { changeId: '1' }]);
  await keeper.keep(annotation);
  keeper.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toHaveBeenCalledWith('a');
});

test('does not try again after the extension has gone', async () => {
  const { keeper, call } = start([new ExtensionGone()]);
  await keeper.keep(annotation);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(call).toHaveBeenCalledOnce();
});

test('starts no further try once it is stopped', async () => {
  const { keeper, call } = start([new Error('storage-full')]);
  await keeper.keep(annotation);
  keeper.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(call).toHaveBeenCalledOnce();
});
