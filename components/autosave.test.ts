import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, type SaveState } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(save: (value: string) => Promise<void>) {
  const states: SaveState['step'][] = [];
  const autosave = createAutosave({
    save,
    onState: ({ step }) => states.push(step),
    pause: 300,
    retries: [1000, 5000],
  });
  return { autosave, states };
}

describe('autosave', () => {
  it('saves once, a moment after the last change, the newest words', async () => {
    const saved: string[] = [];
    const { autosave, states } = setUp(async (value) => void saved.push(value));
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(200);
    autosave.change('ab');
    await vi.advanceTimersByTimeAsync(200);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(saved).toEqual(['ab']);
    expect(states.at(-1)).toBe('saved');
  });

  it('never has two saves under way, and saves what was written meanwhile', async () => {
    const running: string[] = [];
    const finish: (() => void)[] = [];
    const { autosave, states } = setUp((value) => {
      running.push(value);
      return new Promise((resolve) => finish.push(resolve));
    });
    autosave.change('first');
    const flushed = autosave.flush();
    autosave.change('second');
    await vi.advanceTimersByTimeAsync(1000);
    expect(running).toEqual(['first']);
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(running).toEqual(['first', 'second']);
    expect(states).not.toContain('saved');
    finish[1]?.();
    expect(await flushed).toBe(true);
    expect(states.at(-1)).toBe('saved');
  });

  it('tries again, more slowly each time, until the words are kept', async () => {
    let broken = true;
    let tries = 0;
    const { autosave, states } = setUp(async () => {
      tries++;
      if (broken) throw new Error('storage-full');
    });
    autosave.change('words');
    expect(await autosave.flush()).toBe(false);
    expect(states.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(1000);
    expect(tries).toBe(2);
    await vi.advanceTimersByTimeAsync(4999);
    expect(tries).toBe(2);
    broken = false;
    await vi.advanceTimersByTimeAsync(1);
    expect(tries).toBe(3);
    expect(states.at(-1)).toBe('saved');
  });

  it('has nothing to flush when nothing was written', async () => {
    const save = vi.fn(async () => undefined);
    const { autosave, states } = setUp(save);
    expect(await autosave.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
    expect(states).toEqual([]);
  });

  it('starts no save after it was stopped', async () => {
    const save = vi.fn(async () => undefined);
    const { autosave } = setUp(save);
    autosave.change('words');
    autosave.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
  });
});
