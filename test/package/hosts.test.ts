import { beforeAll, describe, expect, inject, it } from 'vitest';
import { RUNS } from './matrix.js';
import { runNode, wireFile } from './program.js';

const installed = inject('installed');

/** What `hosts/shared/session.cjs` prints of one session. */
interface Told {
  readonly spans: readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[];
  readonly logs: readonly { readonly eventName: string }[];
}
type Sessions = Readonly<Record<string, Told>>;

const RECORDINGS = ['approval-accept', 'multi-agent-v2', 'thread-resume-fork-archive'];
describe.skipIf(installed === undefined)('one package serves both lines of the OpenTelemetry SDK', () => {
  let first: Sessions;

  const sessions = async ({ host, program, node }: (typeof RUNS)[number]): Promise<Sessions> => {
    const { stdout, stderr } = await runNode(host, [program, ...RECORDINGS.map(wireFile)], { node });
    expect(stderr).toBe('');
    return JSON.parse(stdout) as Sessions;
  };

  beforeAll(async () => {
    first = await sessions(RUNS[0]!);
  });

  it.each(['sdk2', 'sdk3', 'none'] as const)('npm installs it into the host %s without a warning', (host) => {
    expect(installed!.hosts[host].warnings).toEqual([]);
  });

  it('npm picks the API that the SDK wants where a project names none', () => {
    expect(installed!.pickedApi.sdk2).toMatch(/^1\.9\./);
    expect(installed!.pickedApi.sdk3).toMatch(/^1\.10\./);
  });

  it('a session is whole, replayed or given by hand', () => {
    expect(first['approval-accept, replayed']!.spans.map(({ name }) => name)).toEqual([
      'codex.thread start',
      'codex.review user',
      'execute_tool unified_exec',
      'invoke_agent codex',
      'codex.thread',
    ]);
    expect(first['approval-accept, replayed']!.logs.map(({ eventName }) => eventName)).toEqual([
      'codex.thread_initialized',
      'codex.review',
      'codex.command_execution',
      'codex.turn',
    ]);
    // Who waits is of interest while somebody waits.
    expect(first['approval-accept, by hand']!.logs[1]!.eventName).toBe('codex.review.requested');
    expect(first['multi-agent-v2, replayed']!.spans.map(({ name }) => name)).toContain('codex.thread spawn');
    for (const name of RECORDINGS) {
      expect(asReplayed(first[`${name}, by hand`]!)).toEqual(asReplayed(first[`${name}, replayed`]!));
    }
  });

  for (const run of RUNS) {
    it(`${run.host}/${run.program} on Node ${run.node} makes the same spans and events`, async () => {
      expect(await sessions(run)).toEqual(first);
    });
  }
});

/** A connection by hand has no name: it is numbered. And a replay makes no live events. */
function asReplayed({ spans, logs }: Told): Told {
  const isOther = ([key]: [string, unknown]) => key !== 'codex.connection.id';
  const attributesOf = (span: Told['spans'][number]) =>
    Object.fromEntries(Object.entries(span.attributes).filter(isOther));
  return {
    spans: spans.map((span) => ({ ...span, attributes: attributesOf(span) })),
    logs: logs.filter(({ eventName }) => eventName !== 'codex.review.requested'),
  };
}
