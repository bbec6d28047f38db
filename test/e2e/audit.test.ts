import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { EXAMPLES, PATH_WITH_CODEX } from './codex.js';
import { eventually, finish, killCodexBelow, Running } from './processes.js';

/** The audit file of `codex-otel run` with the real Codex, however the session ends, and nobody takes what is sent. */

const folder = inject('folder');
const SESSION = fileURLToPath(new URL('session.mjs', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

let files = 0;

/** A session whose approval waits; it ends with the test. */
function start(audit: string, ...options: string[]): Running {
  const run = ['run', '--audit', audit, '--flush-timeout', '0.1', ...options];
  const command = ['codex-otel', ...run, '--', 'codex', 'app-server'];
  const host = new Running('the host', [process.execPath, SESSION, 'ask', ...command], {
    cwd: EXAMPLES,
    env: { PATH: PATH_WITH_CODEX, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' },
  });
  onTestFinished(async () => {
    await host.stop();
  });
  return host;
}

const printed = (host: Running, pattern: RegExp) =>
  eventually(String(pattern), async () => pattern.exec(host.output)?.at(-1), { process: host });

interface Entry {
  readonly kind: string;
  readonly decision: string | null;
  readonly end_reason: string | null;
  readonly requested_at_ms: number;
  readonly wait_ms: number;
}

/** The approvals of a file, once there is one. */
async function approvalsIn(audit: string): Promise<Entry[]> {
  return eventually('an approval in the audit file', async () => {
    const lines = existsSync(audit) ? readFileSync(audit, 'utf8').split('\n').slice(0, -1) : [];
    const approvals = lines.map((line) => JSON.parse(line) as Entry).filter(({ kind }) => kind === 'approval');
    return approvals.length > 0 ? approvals : undefined;
  });
}

interface Recorded {
  readonly at: number;
  readonly from?: 'client' | 'server';
  readonly msg?: { readonly method?: string; readonly id?: number; readonly params?: { readonly startedAtMs: number } };
}

/** The one approval of a session, as its traffic was recorded. */
function timesIn(wireLog: string) {
  const lines = readFileSync(wireLog, 'utf8').split('\n').slice(0, -1);
  const records = lines.map((line) => JSON.parse(line) as Recorded);
  const request = records.find(({ msg }) => msg?.method === 'item/commandExecution/requestApproval')!;
  const answer = records.find(
    ({ from, msg }) => from === 'client' && msg?.method === undefined && msg?.id === request.msg!.id,
  )!;
  return { requestedAt: request.msg!.params!.startedAtMs, answerPassedAt: answer.at };
}

const verify = (audit: string) =>
  finish('the verification', [process.execPath, COMMAND, 'approvals', '--verify', audit]);

describe('codex-otel run --audit', () => {
  it('has an approval once, from the request to the moment at which its answer passed, and goes on with the next session', async () => {
    const audit = join(folder, `audit-${++files}`);
    for (const session of [1, 2]) {
      const wireLog = `${audit}-${session}.jsonl`;
      const host = start(audit, '--record', wireLog);
      const askedAt = Number(await printed(host, /^asked (\d+)$/m));
      host.tell('answer');
      const answeredAt = Number(await printed(host, /^answered (\d+)$/m));
      host.tell('go on');
      host.tell('end');
      await host.ended;
      expect(host.exitCode).toBe(0);
      const approvals = await approvalsIn(audit);
      expect(approvals).toHaveLength(session);
      const { decision, wait_ms: wait } = approvals.at(-1)!;
      expect(decision).toBe('approved');
      console.log(`the wait: ${wait} ms in the file, ${answeredAt - askedAt} ms at the client`);
      const { requestedAt, answerPassedAt } = timesIn(wireLog);
      expect(wait).toBe(answerPassedAt - requestedAt);
      // Codex asks before its client sees the request, and the client answers before the answer passes.
      expect(requestedAt).toBeLessThanOrEqual(askedAt);
      expect(answerPassedAt).toBeGreaterThanOrEqual(answeredAt);
    }
    await verify(audit);
  });

  it('has an approval once whose client is gone', async () => {
    const audit = join(folder, `audit-${++files}`);
    const host = start(audit);
    await printed(host, /^asked (\d+)$/m);
    process.kill(host.pid!, 'SIGKILL');
    const approvals = await approvalsIn(audit);
    expect(approvals).toHaveLength(1);
    expect(approvals[0]!.decision).not.toBe('approved');
    await verify(audit);
  });

  it('has an approval once whose app-server is killed', async () => {
    const audit = join(folder, `audit-${++files}`);
    const host = start(audit);
    await printed(host, /^asked (\d+)$/m);
    killCodexBelow(host.pid!);
    expect(await approvalsIn(audit)).toMatchObject([{ decision: null, end_reason: 'server_closed' }]);
    await verify(audit);
  });
});
