/** Which hosts run on which Node. */

/** Exact releases: the oldest that this package takes, the oldest that SDK 3 takes, and a newer one of each line. */
const NODE = { oldest: '20.12.0', oldestOfSdk3: '22.15.0', 20: '20.20.2', 21: '21.7.3', 22: '22.23.3', 24: '24.21.0' };

export type HostName = 'sdk2' | 'sdk3';

export interface Run {
  readonly host: HostName;
  /** A program of that host: its own pipeline, or the NodeSDK. */
  readonly program: string;
  readonly node: string;
}

const run = (host: HostName, program: string, node: string): Run => ({ host, program, node });

const PROGRAMS = ['host.mjs', 'host.cjs', 'node-sdk.mjs', 'node-sdk.cjs'];
const SUPPORTED: Readonly<Record<HostName, readonly string[]>> = {
  sdk2: [NODE.oldest, NODE[20], NODE[21], NODE.oldestOfSdk3, NODE[22], NODE[24]],
  sdk3: [NODE.oldestOfSdk3, NODE[22], NODE[24]],
};

const every = (['sdk2', 'sdk3'] as const).flatMap((host) =>
  SUPPORTED[host].flatMap((node) => PROGRAMS.map((program) => run(host, program, node))),
);

/** Each line in each module format, and each Node that differs in what it can do. */
const representative = [
  run('sdk2', 'host.mjs', NODE.oldest),
  run('sdk2', 'host.cjs', NODE.oldest),
  run('sdk2', 'host.cjs', NODE.oldestOfSdk3),
  run('sdk2', 'host.mjs', NODE[24]),
  run('sdk2', 'node-sdk.mjs', NODE.oldestOfSdk3),
  run('sdk3', 'host.mjs', NODE[24]),
  run('sdk3', 'host.cjs', NODE.oldestOfSdk3),
  run('sdk3', 'host.cjs', NODE[24]),
  run('sdk3', 'node-sdk.cjs', NODE[24]),
];

/** All of it with `npm run test:matrix`, else what is representative. */
export const RUNS: readonly Run[] = process.env['PACKAGE_MATRIX'] === 'full' ? every : representative;

/** On which Node a host is installed and its other programs run. */
export const NODE_OF: Readonly<Record<HostName, string>> = { sdk2: NODE.oldestOfSdk3, sdk3: NODE.oldestOfSdk3 };

/** The Nodes to be fetched. */
export const NODES: readonly string[] = [...new Set([...Object.values(NODE_OF), ...RUNS.map(({ node }) => node)])];
