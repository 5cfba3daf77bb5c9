import { describe, expect, it } from 'vitest';
import { draftsIn } from './drafts.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

describe('drafts', () => {
  it('offers words that are newer than what is kept', () => {
    const drafts = draftsIn(memory());
    drafts.keep('a', 'id', 'words');
    expect(drafts.read('a', '2020-01-01T00:00:00Z')?.words).toBe('words');
    expect(drafts.read('a')).toMatchObject({ id: 'id', words: 'words' });
  });

  it('drops words that were saved, or that something newer was saved after', () => {
    const drafts = draftsIn(memory());
    drafts.keep('a', 'id', 'words');
    expect(drafts.read('a', '2999-01-01T00:00:00Z')).toBeUndefined();
    expect(drafts.read('a')).toBeUndefined();
  });

  it('keeps words that were written while others were saved', () => {
    const drafts = draftsIn(memory());
    drafts.keep('a', 'id', 'newer words');
    drafts.drop('a', 'words');
    expect(drafts.read('a')?.words).toBe('newer words');
    drafts.drop('a', 'newer words');
    expect(drafts.read('a')).toBeUndefined();
  });

  it('goes without a storage, with one that is full and with one that holds something else', () => {
    const full = draftsIn({
      ...memory(),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    full.keep('a', 'id', 'words');
    expect(full.read('a')).toBeUndefined();
    expect(draftsIn(undefined).read('a')).toBeUndefined();
    expect(draftsIn({ ...memory(), getItem: () => '{"words":1}' }).read('a')).toBeUndefined();
    expect(draftsIn({ ...memory(), getItem: () => '{' }).read('a')).toBeUndefined();
  });
});
