// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftsIn } from './drafts.ts';
import { byHand, click, mount, pass, press, write } from './mounting.ts';
import { NoteEditor } from './NoteEditor.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => void vi.useRealTimers());

function setUp(save: (words: string, base: string) => Promise<{ changeId: string; note?: string }>) {
  const drafts = draftsIn(localStorage);
  const onLeave = vi.fn();
  const show = () =>
    mount(
      <NoteEditor id="a" value="kept" modified="2020-01-01T00:00:00Z" save={save} drafts={drafts} onLeave={onLeave} />,
    );
  const root = show();
  const field = () => document.querySelector('textarea');
  const status = () => document.querySelector('[role=status]')?.textContent;
  return { root, field, status, drafts, onLeave, show };
}

it('saves a moment after the words were written and says so', async () => {
  const save = vi.fn(async () => ({ changeId: 'c' }));
  const { field, status, drafts } = setUp(save);
  await write(field(), 'kept and more');
  expect(status()).toBe('noteSaving');
  expect(drafts.read('a')?.words).toBe('kept and more');
  await pass(vi, 300);
  expect(save.mock.calls).toEqual([['kept and more', 'kept']]);
  expect(status()).toBe('noteSaved');
  expect(drafts.read('a')).toBeUndefined();
});

it('keeps words that could not be saved, in the field and as a draft, and saves them on retry', async () => {
  let full = true;
  const save = vi.fn(async () => {
    if (full) throw new Error('storage-full');
    return { changeId: 'c' };
  });
  const { root, field, status, drafts } = setUp(save);
  await write(field(), 'precious');
  await pass(vi, 300);
  expect(root.querySelector('[role=alert]')?.textContent).toContain('errorStorageFull');
  expect(field()?.value).toBe('precious');
  expect(drafts.read('a')?.words).toBe('precious');
  full = false;
  await click(root.querySelector('[role=alert] button'));
  await pass(vi, 0);
  expect(status()).toBe('noteSaved');
  expect(root.querySelector('[role=alert]')).toBeNull();
  expect(drafts.read('a')).toBeUndefined();
});

it('offers a draft that was never kept and saves it', async () => {
  const save = vi.fn(async () => ({ changeId: 'c' }));
  const { drafts, show, field } = setUp(save);
  drafts.keep('a', 'a', 'written before the crash');
  show();
  expect(field()?.value).toBe('written before the crash');
  await pass(vi, 300);
  expect(save).toHaveBeenCalledWith('written before the crash', 'kept');
});

it('saves at once when Escape is pressed and leaves only when the words are kept', async () => {
  const save = vi.fn(async () => ({ changeId: 'c' }));
  const { field, onLeave } = setUp(save);
  await write(field(), 'last words');
  await press(field(), 'Escape');
  await pass(vi, 0);
  expect(save).toHaveBeenCalledTimes(1);
  expect(onLeave).toHaveBeenCalledTimes(1);
});

it('stays at the first Escape when the words cannot be saved, and leaves at the second', async () => {
  const { field, onLeave } = setUp(() => Promise.reject(new Error('database-unavailable')));
  await write(field(), 'last words');
  await press(field(), 'Escape');
  await pass(vi, 0);
  expect(onLeave).not.toHaveBeenCalled();
  await press(field(), 'Escape');
  await pass(vi, 0);
  expect(onLeave).toHaveBeenCalledTimes(1);
});

it('saves what waits when the page goes', async () => {
  const save = vi.fn(async () => ({ changeId: 'c' }));
  const { field } = setUp(save);
  await write(field(), 'last words');
  window.dispatchEvent(byHand(new Event('pagehide')));
  expect(save).toHaveBeenCalledTimes(1);
});

it('takes over what another window wrote besides', async () => {
  const save = vi.fn(async () => ({ changeId: 'c', note: 'mine and theirs' }));
  const { field } = setUp(save);
  await write(field(), 'mine');
  await pass(vi, 300);
  expect(field()?.value).toBe('mine and theirs');
  await write(field(), 'mine and theirs!');
  await pass(vi, 300);
  expect(save).toHaveBeenLastCalledWith('mine and theirs!', 'mine and theirs');
});

it('saves nothing that a script put into the field', async () => {
  const save = vi.fn(async () => ({ changeId: 'c' }));
  const { field } = setUp(save);
  const element = field();
  if (element) element.value = 'forged';
  element?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await pass(vi, 1000);
  expect(save).not.toHaveBeenCalled();
});
