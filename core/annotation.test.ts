import { describe, expect, it } from 'vitest';
import { type Annotation, tagsOf, tidyTags } from './annotation.ts';

describe('tags', () => {
  it('are one line each, without a sign before them, none empty and none twice', () => {
    expect(tidyTags(['#Budget', ' budget ', 'BUDGET', 'due\n  diligence', '##', '', 'Straße', 'C#'])).toEqual([
      'Budget',
      'due diligence',
      'Straße',
      'C#',
    ]);
  });

  it('are cut to a bound in length and number', () => {
    const tags = tidyTags(Array.from({ length: 500 }, (_, index) => `${index} ${'x'.repeat(500)}`));
    expect(tags).toHaveLength(100);
    expect(Math.max(...tags.map((tag) => tag.length))).toBe(100);
  });

  it('are read out of the bodies in their order', () => {
    const body: Annotation['body'] = [
      { type: 'TextualBody', purpose: 'tagging', value: 'b' },
      { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'note' },
      { type: 'TextualBody', purpose: 'tagging', value: 'a' },
    ];
    expect(tagsOf({ body })).toEqual(['b', 'a']);
  });
});
