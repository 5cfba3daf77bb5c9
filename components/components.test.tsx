// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../core/annotation.ts';
import { AnnotationRow } from './AnnotationRow.tsx';
import { Button } from './Button.tsx';
import { draftsIn } from './drafts.ts';
import { sentenceFor } from './ErrorLine.tsx';
import { byHand, click, dispatch, mount, pass, press, write } from './mounting.ts';
import type { RowActions } from './row-actions.ts';
import { UndoBar } from './UndoBar.tsx';
import { shortDate } from './when.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const annotation: Annotation = {
  id: 'a',
  type: 'Annotation',
  motivation: 'commenting',
  created: '2026-01-02T10:00:00Z',
  modified: '2026-01-02T10:00:00Z',
  colour: 'green',
  body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: '<b>bold</b>' }],
  target: {
    source: 'https://courier.example/a',
    selector: [{ type: 'TextQuoteSelector', exact: 'the quoted words', prefix: '', suffix: '' }],
  },
};

function rowWith(more: { editing?: boolean; remark?: string } = {}) {
  const actions = {
    onOpen: vi.fn(),
    onEdit: vi.fn(),
    onLeaveEdit: vi.fn(),
    onDelete: vi.fn(),
    onColour: vi.fn(),
    onTags: vi.fn(),
    save: vi.fn(async () => ({ changeId: 'c' })),
  } satisfies RowActions;
  const root = mount(
    <ul>
      <AnnotationRow
        annotation={annotation}
        actions={actions}
        drafts={draftsIn(undefined)}
        now={new Date('2026-01-03T10:00:00Z')}
        remark={more.remark}
        knownTags={['claim', 'doubt']}
        editing={more.editing ?? false}
        current
      />
    </ul>,
  );
  return { actions, root, open: root.querySelector('.row-open') };
}

describe('a row', () => {
  it('shows quote and note as text, whatever stands in them', () => {
    const { root } = rowWith();
    expect(root.querySelector('.row-quote')?.textContent).toBe('the quoted words');
    expect(root.querySelector('.row-note')?.textContent).toBe('<b>bold</b>');
    expect(root.querySelector('b')).toBeNull();
  });

  it('opens on a click, is edited with e and deleted with Delete', async () => {
    const { actions, open } = rowWith();
    await click(open);
    await press(open, 'e');
    await press(open, 'Delete');
    expect(actions.onOpen).toHaveBeenCalledWith('a');
    expect(actions.onEdit).toHaveBeenCalledWith('a');
    expect(actions.onDelete).toHaveBeenCalledWith('a');
  });

  it('is not deleted by the Delete key while its note is edited', async () => {
    const { actions, root } = rowWith({ editing: true });
    await press(root.querySelector('textarea'), 'Delete');
    expect(actions.onDelete).not.toHaveBeenCalled();
  });

  it('changes its colour while it is edited', async () => {
    const { actions, root } = rowWith({ editing: true });
    root.querySelector('input[value=pink]')?.dispatchEvent(byHand(new Event('change', { bubbles: true })));
    expect(actions.onColour).toHaveBeenCalledWith('a', 'pink');
  });

  it('says what there is to say of its passage', () => {
    expect(rowWith().root.querySelector('.row-remark')).toBeNull();
    expect(rowWith({ remark: 'Gone' }).root.querySelector('.row-remark')?.textContent).toBe('Gone');
  });

  it('gets tags while it is edited', async () => {
    const { actions, root } = rowWith({ editing: true });
    await write(root.querySelector('input[role=combobox]'), 'new');
    await press(root.querySelector('input[role=combobox]'), 'Enter');
    expect(actions.onTags).toHaveBeenCalledWith('a', ['new']);
  });
});

describe('a button', () => {
  it('does nothing for a click that a script made', () => {
    const onPress = vi.fn();
    const root = mount(<Button label="Delete" onPress={onPress} />);
    root.querySelector('button')?.click();
    expect(onPress).not.toHaveBeenCalled();
    root.querySelector('button')?.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true })));
    expect(onPress).toHaveBeenCalledTimes(1);
  });
});

describe('the undo bar', () => {
  it('goes after ten seconds, but not while the focus is in it', async () => {
    const onDone = vi.fn();
    const root = mount(<UndoBar message="Deleted" onUndo={() => undefined} onDone={onDone} />);
    const bar = root.querySelector('.undo-bar');
    await pass(vi, 9000);
    await dispatch(bar, new FocusEvent('focusin', { bubbles: true }));
    await pass(vi, 60_000);
    expect(onDone).not.toHaveBeenCalled();
    await dispatch(bar, new FocusEvent('focusout', { bubbles: true }));
    await pass(vi, 10_000);
    expect(onDone).toHaveBeenCalledTimes(1);
  });
});

it('has a sentence for every failure that is known', () => {
  expect(sentenceFor(new Error('storage-full'))).toBe('errorStorageFull');
  expect(sentenceFor(new Error('database-unavailable'))).toBe('errorDatabaseUnavailable');
  expect(sentenceFor(Object.assign(new Error('gone'), { name: 'ExtensionGone' }))).toBe('errorExtensionGone');
  expect(sentenceFor(new Error('anything else'))).toBe('errorUnknown');
  expect(sentenceFor('no error at all')).toBe('errorUnknown');
});

it('writes the time of today, the day of this year, and the year of others', () => {
  const now = new Date(2026, 5, 15, 12);
  expect(shortDate(new Date(2026, 5, 15, 9, 5).toISOString(), now)).toContain('05');
  expect(shortDate(new Date(2026, 1, 3).toISOString(), now)).not.toContain('2026');
  expect(shortDate(new Date(2024, 1, 3).toISOString(), now)).toContain('2024');
  expect(shortDate('no date', now)).toBe('');
  document.documentElement.lang = 'ru';
  expect(shortDate(new Date(2024, 1, 3).toISOString(), now)).toContain('февр');
  document.documentElement.lang = '';
});
