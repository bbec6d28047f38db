// The rooms of src/, in the order in which data goes through them. The linters read their rules from here, and
// scripts/house.mjs draws the picture in CONTRIBUTING.md from it.

/**
 * @typedef {object} Room
 * @property {string} does The room's task, for the table in CONTRIBUTING.md.
 * @property {string[]} imports The rooms that it may import from, beside itself and the open files.
 * @property {string[]} packages The packages that it may import; `@scope/*` stands for all of a scope.
 * @property {string[]} [node] The modules of Node that it may import. Default: all.
 * @property {string[]} [files] Its files, if it is not the folder of its name.
 */

const API = '@opentelemetry/api';
const SDK = '@opentelemetry/*';

/** @type {Record<string, Room>} */
export const rooms = {
  wire: {
    does: 'cuts bytes into lines, finds the method of a line, reads and writes recordings',
    imports: [],
    packages: [],
  },
  protocol: {
    does: 'turns messages into typed observations and pairs requests with their responses',
    imports: ['wire'],
    packages: ['zod'],
    node: ['path'],
  },
  rollout: {
    does: 'reads the files that Codex writes about a session, as the same observations',
    imports: ['wire', 'protocol'],
    packages: ['zod', 'diff', 'fzstd'],
  },
  session: {
    does: 'is the model of what is going on: threads, turns, items, reviews, and the facts that each ends with',
    imports: ['wire', 'protocol', 'rollout'],
    packages: [],
    node: ['crypto', 'path'],
  },
  spans: {
    does: 'turns facts into OpenTelemetry spans: names, attributes, ids, the sampler',
    imports: ['wire', 'protocol', 'session'],
    packages: [API],
    node: ['crypto'],
  },
  events: {
    does: 'turns the facts of a finished span into typed analytics events',
    imports: ['session', 'spans'],
    packages: [API, 'zod', 'canonical-json'],
    node: ['crypto'],
  },
  export: {
    does: 'configures the OpenTelemetry SDK and its exporters, writes files',
    imports: ['wire', 'session', 'spans', 'events'],
    packages: [SDK],
  },
  joins: {
    does: 'puts rooms together, from bytes to spans: live, and for what is over',
    files: ['observer.ts', 'replay/rollouts.ts', 'replay/transcript.ts', 'replay/wire-log.ts'],
    imports: ['wire', 'protocol', 'rollout', 'session', 'spans'],
    packages: [API],
  },
  instrumentation: {
    does: 'attaches to what runs inside the host: child processes, WebSockets, by hand',
    imports: ['wire', 'protocol', 'session', 'spans', 'events', 'joins'],
    packages: [API],
  },
  watch: {
    does: 'attaches to what runs outside of it: the local daemon, rollout files, a relay for a client',
    imports: ['wire', 'protocol', 'rollout', 'session', 'spans', 'events', 'joins', 'instrumentation'],
    packages: [API, 'zod', 'ws'],
  },
  attribution: {
    does: 'compares the fingerprints in event files with the lines of commits',
    imports: ['wire'],
    packages: [API],
  },
  entries: {
    does: 'is the public API, one file for each export path of the package',
    files: ['index.ts', 'events.ts', 'wire.ts', 'register.ts'],
    imports: ['wire', 'session', 'spans', 'events', 'export', 'joins', 'instrumentation', 'watch'],
    packages: [API],
  },
  cli: {
    does: 'is the command `codex-otel`, a user of the public API',
    imports: [
      'wire',
      'rollout',
      'session',
      'spans',
      'events',
      'export',
      'joins',
      'instrumentation',
      'watch',
      'attribution',
      'entries',
    ],
    packages: [SDK, 'cross-spawn'],
  },
};

/**
 * The files of src/ that belong to no room, with the packages that they import. A room may import such a file if it may
 * import those packages itself.
 */
export const openFiles = {
  'bounded.ts': [],
  'counters.ts': [],
  'diff/fingerprint.ts': [],
  'diff/line-hash.ts': [],
  'flush.ts': [API],
  'guard.ts': [API],
  'snake-case.ts': [],
  'suppression.ts': [API],
  'diff/unified-diff.ts': [],
  'version.ts': [],
};

/** The packages of which the library carries a copy; the others that it imports are dependencies. */
export const carried = ['canonical-json'];

/** The folders that ask no module of Node for anything: what they return depends on their arguments alone. */
export const pureFolders = ['src/events/projection/'];

/** The folders where only the protocol's times count: no clock, no timer. */
export const clocklessFolders = ['protocol', 'rollout', 'session', 'spans', 'events'].map((room) => `src/${room}/`);

/** Files and folders that every message or every finished span runs through; the linter forbids slow code there. */
export const hotPaths = [
  'src/wire/lines.ts',
  'src/wire/json-scan.ts',
  'src/wire/method.ts',
  'src/wire/byte-table.ts',
  'src/session/routes.ts',
  'src/session/session.ts',
  'src/session/items/',
  'src/session/turns/',
  'src/spans/factory.ts',
  'src/spans/open-span.ts',
  'src/spans/facts-on-span.ts',
  'src/spans/ids.ts',
  'src/events/processor.ts',
  'src/events/validate.ts',
  'src/events/identity.ts',
  'src/events/log-record.ts',
];

/** The most lines of a file, and the most files of a folder. */
export const size = {
  linesOfFile: 300,
  filesOfFolder: 12,
  largeFolders: [
    // One file for each family of events.
    'src/events/schema',
    'src/events/projection',
  ],
};
