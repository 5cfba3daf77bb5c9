import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stories } from './all.ts';

it('shows every component, each once', () => {
  const components = readdirSync(join(import.meta.dirname, '../../../components'))
    .filter((file) => /^[A-Z].*\.tsx$/.test(file) && !file.endsWith('.test.tsx'))
    .map((file) => file.replace('.tsx', ''));
  expect(stories.map(({ name }) => name).sort()).toEqual(components.sort());
});

it('gives each state of a component something to show', () => {
  for (const { name, states } of stories) {
    expect(Object.keys(states).length, name).toBeGreaterThan(0);
    for (const [state, show] of Object.entries(states)) expect(show(), `${name}, ${state}`).toBeTruthy();
  }
});
