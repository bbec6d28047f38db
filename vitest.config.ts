import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Time-outs only end what hangs: no test may depend on how busy the machine is.
const MINUTE = 60_000;

/**
 * Tests that measure the memory of their process, or that take 64 MiB at once again and again, for which V8 collects the garbage
 * of all files before: each file has a process of its own.
 */
const ALONE = [
  'test/wire/log/reader.test.ts',
  'test/attribution/attribute.test.ts',
  'test/cli/attribute{,-recorded}.test.ts',
];
/** Tests that need the built package, or foreign programs. */
const BUILT = ['package', 'e2e', 'faults'].map((name) => `test/${name}/**/*.test.ts`);

/**
 * The tests of these files start a process, because they need a terminal, a process group, signals or a host of their own. V8
 * counts nothing there.
 */
const RUN_IN_PROCESSES = [
  'src/register.ts',
  'src/cli/run/{recorded,relayed}/**',
  'src/cli/run/{inherited-command,observed-run,proxied-server,signal-forwarding,watchdog}.ts',
  'src/watch/relay/{address,listening,private-folder}.ts',
  'src/watch/rollouts/{held-open,process-rollouts}.ts',
];

export default defineConfig({
  test: {
    testTimeout: 2 * MINUTE,
    hookTimeout: 2 * MINUTE,
    unstubEnvs: true,
    expect: { poll: { timeout: MINUTE } },
    // Many tests wait for processes: one worker more keeps every core at work.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        // The files share their process and its modules, which halves the time: a test leaves nothing behind.
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...ALONE, ...BUILT],
          globalSetup: 'test/built-command.ts',
          isolate: false,
          // Much short-lived garbage: more room for it saves a tenth of the time.
          execArgv: ['--max-semi-space-size=64'],
          restoreMocks: true,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        // What npm makes of dist/: packed and installed once for all of its tests.
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: 'test/package/setup.ts',
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
      {
        // Mutated sessions and failing surroundings; `npm run test:faults` runs it, for longer with FAULTS_LINES.
        extends: true,
        test: {
          name: 'faults',
          include: [
            'test/faults/**/*.test.ts',
            // Of the unit tests, those that try more here.
            'test/rollout/odd-records.test.ts',
            'test/watch/rollouts/kills.test.ts',
          ],
          env: { ODD_RECORDS: 'everywhere', WATCH_KILLS: '40' },
          globalSetup: 'test/built-command.ts',
        },
      },
      {
        // With the real Codex, Collector and Jaeger; `npm run e2e` runs it.
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/setup.ts',
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
          fileParallelism: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // A test holds each generated reader against its schema.
      exclude: ['src/*/generated/**', ...RUN_IN_PROCESSES],
      reporter: ['text', 'lcovonly'],
      thresholds: { lines: 95, branches: 95, functions: 95, statements: 95 },
    },
  },
});
