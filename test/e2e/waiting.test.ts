import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { eventsOf } from '../export/otlp.js';
import { EXAMPLES, PATH_WITH_CODEX } from './codex.js';
import { eventually, Running } from './processes.js';

/** Who waits is in the Collector's file and in what Prometheus scrapes while it waits. */

const collector = inject('collector');

const SESSION = fileURLToPath(new URL('session.mjs', import.meta.url));
const REGISTER = ['--import', 'opentelemetry-instrumentation-codex/register'];
const PROXY = ['codex-otel', 'run', '--', 'codex', 'app-server'];
/** No batch and no interval comes to its end: what arrives was sent at once. */
const NEVER = { OTEL_BLRP_SCHEDULE_DELAY: '3600000', OTEL_METRIC_EXPORT_INTERVAL: '3600000' };

/** The names of a thread's events in the Collector's file. */
function eventsOfThread(threadId: string): string[] {
  const text = existsSync(collector.file) ? readFileSync(collector.file, 'utf8') : '';
  const events = text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => eventsOf(JSON.parse(line)));
  return events
    .filter(({ attributes }) => attributes['codex.thread.id'] === threadId)
    .map(({ eventName }) => eventName);
}

/** The value of a metric of one service; undefined while there is none. */
async function metric(name: string, service: string): Promise<number | undefined> {
  const text = await (await fetch(collector.metrics)).text();
  // The label that the alerts of docs/back-ends.md select by.
  const labels = [`"${service}"`, 'codex_review_reviewer="user"'];
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) && labels.every((label) => line.includes(label)));
  return lines.length === 0 ? undefined : Number(lines[0]!.split(' ').at(-1));
}

describe.each([
  ['/register', REGISTER, []],
  ['codex-otel run', [], PROXY],
])('%s', (name, nodeArgs, sessionArgs) => {
  it('sends the live event, the event of the decision and the counts at once, without a batch or an interval', async () => {
    const service = `waiting ${name}`;
    const host = new Running('the host', [process.execPath, ...nodeArgs, SESSION, 'ask', ...sessionArgs], {
      cwd: EXAMPLES,
      env: {
        PATH: PATH_WITH_CODEX,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
        OTEL_SERVICE_NAME: service,
        OTEL_METRICS_EXPORTER: 'otlp',
        OTEL_LOGS_EXPORTER: 'otlp',
        ...NEVER,
      },
    });
    onTestFinished(async () => {
      await host.stop();
    });
    const printed = (pattern: RegExp) =>
      eventually(String(pattern), async () => pattern.exec(host.output)?.at(-1), { process: host });
    const threadId = await printed(/^thread (\S+)$/m);
    const askedAt = Number(await printed(/^asked (\d+)$/m));
    const arrives = async (what: string, ask: () => boolean | Promise<boolean>, since: number) => {
      await eventually(what, async () => (await ask()) || undefined, { process: host });
      console.log(`${name}: ${what} after ${Date.now() - since} ms at most`);
    };
    await arrives('the live event', () => eventsOfThread(threadId).includes('codex.review.requested'), askedAt);
    await arrives('the count', async () => (await metric('codex_review_open', service)) === 1, askedAt);
    expect(eventsOfThread(threadId)).not.toContain('codex.review');
    expect(await metric('codex_review_oldest_wait_seconds', service)).toBeGreaterThanOrEqual(0);

    host.tell('answer');
    const answeredAt = Number(await printed(/^answered (\d+)$/m));
    await arrives('the decision', () => eventsOfThread(threadId).includes('codex.review'), answeredAt);
    await arrives('the count of none', async () => (await metric('codex_review_open', service)) === 0, answeredAt);
    host.tell('go on');
    host.tell('end');
    await host.ended;
    expect(host.exitCode).toBe(0);
  });
});
