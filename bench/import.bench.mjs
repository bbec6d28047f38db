// Every start of a host imports the library, whether it runs Codex or not.
import { ended, start } from './programs.mjs';

const PROCESSES = { warmUp: 2, rounds: 15 };
const OURS = ['opentelemetry-instrumentation-codex'];
const THEIRS = ['@opentelemetry/api', '@opentelemetry/instrumentation'];

/** A process that does nothing but this. */
const programOf = (type, code) => ({ run: () => ended(start([`--input-type=${type}`, '--eval', code])) });
const importing = (names) => programOf('module', names.map((name) => `import '${name}';`).join(''));
const requiring = (names) => programOf('commonjs', names.map((name) => `require('${name}');`).join(''));

const claim = (ours, baseline, load) => ({
  ours,
  baseline,
  must: 1.15,
  aim: 1.0,
  missed:
    'The package imports `@opentelemetry/api`, too, and compiles 0.6 MB of its own; zod and the SDK are not loaded.',
  ...PROCESSES,
  subject: () => load(OURS),
  against: () => load(THEIRS),
});

export const claims = [
  claim('a process that imports the package', 'one that imports `@opentelemetry/{api,instrumentation}`', importing),
  claim('… that requires it', 'one that requires those', requiring),
];
