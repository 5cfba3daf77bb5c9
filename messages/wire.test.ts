import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer, callerOf, NoAnswer, type Sender } from './wire.ts';

interface Calls {
  double(value: number): number;
  fail(): void;
  nothing(): void;
}

const handlers = {
  double: (_sender: Sender, value: number) => value * 2,
  fail: () => Promise.reject(new Error('storage-full')),
  nothing: () => undefined,
};

/** Sends as the browser would, in the name of `sender`; undefined when no listener takes the message. */
async function deliver(message: unknown, sender: Sender = {}): Promise<unknown> {
  return new Promise((resolve) => {
    fakeBrowser.runtime.onMessage
      .trigger(message, sender, resolve)
      .then((taken) => taken.some((each: unknown) => each === true) || resolve(undefined))
      .catch(resolve);
  });
}

const calls = callerOf<Calls>('to-page', (message) => deliver(message));

const failed = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  failed.mockClear();
});

describe('a call', () => {
  it('comes back with what the handler answered', async () => {
    answer<Calls>('to-page', () => true, failed, handlers);
    expect(await calls.call('double', 21)).toBe(42);
    expect(await calls.call('nothing')).toBeUndefined();
    expectTypeOf(calls.call<'double'>).returns.resolves.toBeNumber();
  });

  it('is rejected with the message of the handler’s error', async () => {
    answer<Calls>('to-page', () => true, failed, handlers);
    await expect(calls.call('fail')).rejects.toThrow('storage-full');
    expect(failed).toHaveBeenCalledExactlyOnceWith('fail', new Error('storage-full'));
  });

  it('is rejected when nobody listens, or listens on another channel', async () => {
    await expect(calls.call('double', 1)).rejects.toThrow(NoAnswer);
    answer<Calls>('page-to-background', () => true, failed, handlers);
    await expect(calls.call('double', 1)).rejects.toThrow(NoAnswer);
  });

  it('is not answered after the stop', async () => {
    const stop = answer<Calls>('to-page', () => true, failed, handlers);
    stop();
    await expect(calls.call('double', 1)).rejects.toThrow(NoAnswer);
  });

  it('reaches no handler when the gate does not let its sender in', async () => {
    const seen: Sender[] = [];
    const gate = (sender: Sender) => seen.push(sender) === 0;
    answer<Calls>('to-page', gate, failed, {
      ...handlers,
      double: () => {
        throw new Error('reached');
      },
    });
    const sender = { id: 'another' };
    expect(await deliver({ pressmark: 'to-page', name: 'double', args: [1] }, sender)).toBeUndefined();
    expect(seen).toEqual([sender]);
  });

  it('of no known name, or of another shape, is left alone', async () => {
    answer<Calls>('to-page', () => true, failed, handlers);
    for (const message of [
      undefined,
      null,
      'text',
      {},
      { pressmark: 'to-page', name: 'toString', args: [] },
      { pressmark: 'to-page', name: '__proto__', args: [] },
      { pressmark: 'to-page', args: [] },
    ]) {
      expect(await deliver(message)).toBeUndefined();
    }
  });

  it('whose arguments are no list is refused', async () => {
    answer<Calls>('to-page', () => true, failed, handlers);
    expect(await deliver({ pressmark: 'to-page', name: 'double', args: 7 })).toMatchObject({ ok: false });
  });
});
