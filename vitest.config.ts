import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Time-outs only end what hangs: no test may depend on how busy the machine is.
const MINUTE = 60_000;

/** Folders of tests that attach to their process, start others, or measure memory: each file needs a process of its own. */
const FOLDERS = ['cli', 'docs', 'export', 'instrumentation', 'rules', 'watch'];
const PROCESS = ['test/examples/attribution.test.ts', 'test/wire/log/reader.test.ts'];
/** Files of those folders that test functions of their arguments. */
const UNIT = [
  'test/cli/{approvals,attribute}-formats.test.ts',
  'test/cli/{attribute-table,demo-picture,held-output,replay-summary,run-way}.test.ts',
  'test/cli/{relayed,watch}/*-{options,watch}.test.ts',
  'test/cli/view/*.test.ts',
  'test/docs/{clean-recording,events,links,metrics,options,readme,release-notes,variables}.test.ts',
  'test/export/{audit-file,destinations,otel-env,otlp-file,printable,send-failure}.test.ts',
  'test/instrumentation/{host-package,recognize,tee,tee-readable}.test.ts',
  'test/watch/relay/late-connection.test.ts',
  'test/watch/rollouts/rollout-follower.test.ts',
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
    expect: { poll: { timeout: MINUTE } },
    // Many tests wait for processes: one worker more keeps every core at work.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        // Functions of their arguments. The files share their modules, which halves the time.
        extends: true,
        test: {
          name: 'unit',
          include: ['test/*.test.ts', `test/!(${FOLDERS.join('|')})/**/*.test.ts`, ...UNIT],
          exclude: [...PROCESS, ...BUILT],
          isolate: false,
          restoreMocks: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: [...FOLDERS.map((name) => `test/${name}/**/*.test.ts`), ...PROCESS],
          exclude: UNIT,
          globalSetup: 'test/built-command.ts',
        },
      },
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
