// Unit tests stand beside the code; what needs a real browser is in tests/e2e.
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.output/**', '.wxt/**', 'out/**'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
