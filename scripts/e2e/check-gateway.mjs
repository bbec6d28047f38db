import { isThread } from './check-spans.mjs';
import { PATH_WITH_CODEX } from './codex.mjs';
import { eventually, finish } from './processes.mjs';

/** Two WebSocket clients at the same time: two threads, a trace each, nothing mixed up and nothing twice. */
export async function checkGateway({ report, jaeger, collector, examples }) {
  report.heading('A gateway with two WebSocket clients (examples/gateway)');
  const gateway = [process.execPath, '--import', './gateway/telemetry.mjs', 'gateway/gateway.mjs'];
  const output = await finish('the gateway example', gateway, {
    cwd: examples,
    env: { PATH: PATH_WITH_CODEX, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint },
  });
  const threadIds = [...output.matchAll(/\(thread (\S+)\)/g)].map(([, threadId]) => threadId);
  report.equal('both clients have their answer', threadIds.length, 2);
  for (const threadId of threadIds) {
    const spans = await jaeger.trace(threadId.replaceAll('-', ''), isThread);
    const own = spans.filter(({ attributes }) => attributes['codex.thread.id'] === threadId);
    report.equal('the trace under the thread id has its five spans', own.map(({ name }) => name).sort(), [
      'codex.review user',
      'codex.thread',
      'codex.thread start',
      'execute_tool unified_exec',
      'invoke_agent codex',
    ]);
    const events = await eventually("the thread's events", async () => {
      const found = await collector.events(threadId);
      return found.length >= 4 ? found : undefined;
    });
    report.equal('its four events came once', new Set(events.map(({ type }) => type)).size, events.length);
  }
}
