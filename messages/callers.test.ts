import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { background, ownBackground, pageIn } from './callers.ts';
import { ExtensionGone, NoAnswer } from './wire.ts';

/** The browser's two ways of sending, by the one form that is used. */
const runtime: { sendMessage(message: unknown): Promise<unknown> } = fakeBrowser.runtime;
const tabs: { sendMessage(tabId: number, message: unknown, options: object): Promise<unknown> } = fakeBrowser.tabs;

const reply = { ok: true, value: 'ticket' };

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Waits for a call whose pauses pass at once. */
async function settled<Result>(call: Promise<Result>): Promise<Result | unknown> {
  const outcome = call.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

describe('the background', () => {
  it('is called again while it is asleep or restarting', async () => {
    const send = vi
      .spyOn(runtime, 'sendMessage')
      .mockRejectedValueOnce(new Error('Could not establish connection'))
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(reply);
    expect(await settled(background.call('openCard', { kind: 'annotation', id: 'x', write: false }))).toBe('ticket');
    expect(send).toHaveBeenCalledTimes(3);
    const [first, second] = send.mock.calls;
    expect(second).toEqual(first);
  });

  it('that never answers rejects in the end', async () => {
    const send = vi.spyOn(runtime, 'sendMessage').mockResolvedValue(undefined);
    expect(await settled(background.call('articleSpotted'))).toBeInstanceOf(NoAnswer);
    expect(send).toHaveBeenCalledTimes(5);
  });

  it('that cannot be reached rejects with the browser’s reason in the end', async () => {
    vi.spyOn(runtime, 'sendMessage').mockRejectedValue(new Error('no connection'));
    expect(await settled(ownBackground.call('changed'))).toMatchObject({ message: 'no connection' });
  });

  it('is not called a second time for an error that it told', async () => {
    const send = vi.spyOn(runtime, 'sendMessage').mockResolvedValue({ ok: false, error: 'storage-full' });
    expect(await settled(background.call('articleSpotted'))).toMatchObject({ message: 'storage-full' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('of an extension that was reloaded is gone, without waiting', async () => {
    const send = vi.spyOn(runtime, 'sendMessage').mockImplementation(async () => {
      Reflect.deleteProperty(fakeBrowser.runtime, 'id');
      throw new Error('Extension context invalidated.');
    });
    expect(await settled(background.call('articleSpotted'))).toBeInstanceOf(ExtensionGone);
    expect(await settled(background.call('articleSpotted'))).toBeInstanceOf(ExtensionGone);
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('the annotator of a tab', () => {
  it('is called in the top frame alone', async () => {
    const send = vi.spyOn(tabs, 'sendMessage').mockResolvedValue({ ok: true, value: true });
    expect(await pageIn(7).call('showAnnotation', 'x')).toBe(true);
    expect(send).toHaveBeenCalledWith(7, { pressmark: 'to-page', name: 'showAnnotation', args: ['x'] }, { frameId: 0 });
  });

  it('that is not there is no answer', async () => {
    vi.spyOn(tabs, 'sendMessage').mockRejectedValue(new Error('Receiving end does not exist'));
    await expect(pageIn(7).call('closeCard')).rejects.toThrow(NoAnswer);
  });
});
