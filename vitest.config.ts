import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/package/**', 'test/e2e/**'] },
      },
      {
        // What npm makes of dist/: packed and installed once for all of its tests.
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: 'test/package/setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // After the others: compilers and npm leave no time to tests that measure some.
          sequence: { groupOrder: 1 },
        },
      },
      {
        // With the real Codex, Collector and Jaeger; `npm run e2e` runs it.
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text', 'html', 'lcovonly'],
      thresholds: { lines: 95, branches: 95, functions: 95, statements: 95 },
    },
  },
});
