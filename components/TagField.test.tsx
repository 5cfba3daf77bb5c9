// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { click, dispatch, mount, press, write } from './mounting.ts';
import { TagField } from './TagField.tsx';

const onTags = vi.fn();
beforeEach(() => void onTags.mockClear());

function field(tags: readonly string[] = []) {
  const root = mount(<TagField tags={tags} known={['claim', 'doubt', 'São Paulo', 'reclaim']} onTags={onTags} />);
  return { root, input: root.querySelector('input') };
}

const offered = (root: ParentNode) => [...root.querySelectorAll('[role=option]')].map((each) => each.textContent);

it('offers known tags, those that begin with the letters first, accents aside', async () => {
  const { root, input } = field(['doubt']);
  await write(input, 'cla');
  expect(offered(root)).toEqual(['claim', 'reclaim']);
  await write(input, 'sao');
  expect(offered(root)).toEqual(['São Paulo']);
  await write(input, 'doubt');
  expect(offered(root)).toEqual([]);
});

it('takes the one that the arrows lead to, or else what was typed', async () => {
  const { input } = field();
  await write(input, 'cla');
  await press(input, 'ArrowDown');
  expect(input?.getAttribute('aria-activedescendant')).toBe(document.querySelector('[role=option]')?.id);
  await press(input, 'Enter');
  expect(onTags).toHaveBeenLastCalledWith(['claim']);
  await write(input, '#new one');
  await press(input, 'Enter');
  expect(onTags).toHaveBeenLastCalledWith(['new one']);
});

it('parts what is pasted at its commas', async () => {
  const { input } = field(['a']);
  await write(input, 'b, c');
  await press(input, 'Enter');
  expect(onTags).toHaveBeenLastCalledWith(['a', 'b', 'c']);
});

it('keeps what was typed when the focus goes elsewhere', async () => {
  const { input } = field();
  await write(input, 'late');
  await dispatch(input, new FocusEvent('blur'));
  expect(onTags).toHaveBeenLastCalledWith(['late']);
});

it('takes the last one off with Backspace, and any with its button', async () => {
  const { root, input } = field(['a', 'b']);
  await press(input, 'Backspace');
  expect(onTags).toHaveBeenLastCalledWith(['a']);
  await click(root.querySelector('.tag button'));
  expect(onTags).toHaveBeenLastCalledWith(['b']);
});

it('lets Escape put away what was typed before it closes anything', async () => {
  const { root, input } = field();
  const heard = vi.fn();
  root.addEventListener('keydown', heard);
  await write(input, 'cla');
  await press(input, 'Escape');
  expect(heard).not.toHaveBeenCalled();
  expect(offered(root)).toEqual([]);
  await press(input, 'Escape');
  expect(heard).toHaveBeenCalledTimes(1);
});
