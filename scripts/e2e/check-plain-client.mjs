import { checkEvents } from './check-events.mjs';
import { describe } from './check-host.mjs';
import { checkThread, checkTurn, isThread, spanOfType } from './check-spans.mjs';
import { runProxyExample } from './proxy-example.mjs';

/** A client without any span: all of it is one trace, under the thread's id. */
export async function checkPlainClient({ report, folder, jaeger, collector, examples }) {
  report.heading('A client that knows nothing of OpenTelemetry (examples/proxy)');
  const turn = await runProxyExample({ examples, folder, endpoint: collector.endpoint });
  const traceId = turn.threadId.replaceAll('-', '');
  const spans = await jaeger.trace(traceId, isThread);
  const initialization = await checkThread(report, spans, turn.wireLog);
  report.equal('the turn hangs under it', spanOfType(spans, 'turn')?.parentSpanId, initialization?.spanId);
  await checkTurn(report, spans, turn.wireLog);
  const turnStart = spans.find(({ service, name }) => service === 'codex-app-server' && name === 'turn/start');
  report.equal("Codex's own turn/start hangs under it too", turnStart?.parentSpanId, initialization?.spanId);
  report.note(`trace ${traceId}: ${describe(spans)}`);
  await checkEvents({ report, collector, turn, spans });
}
