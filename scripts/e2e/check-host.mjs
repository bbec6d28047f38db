import { checkEvents } from './check-events.mjs';
import { checkThread, checkTurn, isThread, spanOfType } from './check-spans.mjs';
import { eventually } from './processes.mjs';
import { runServerExample, SERVICE } from './server-example.mjs';

/** OTLP's number for a span of the kind SERVER. */
const SERVER = 2;

/** A host with a span of its own: the HTTP request's trace has the turn, and is tied to the thread's trace. */
export async function checkHost({ report, folder, jaeger, collector, examples }) {
  report.heading('A server that hosts Codex (examples/server)');
  const turn = await runServerExample({ examples, folder, endpoint: collector.endpoint });
  report.equal('the turn completes', turn.status, 'completed');
  report.equal('the server ends by itself', turn.exitCode, 0);

  const traceId = await eventually('the trace with the turn', async () => {
    const found = await jaeger.search(SERVICE, { 'codex.turn.id': turn.turnId });
    return found.length > 0 ? found[0] : undefined;
  });
  const threadTraceId = turn.threadId.replaceAll('-', '');
  const [spans, threadSpans] = await Promise.all([
    jaeger.trace(traceId, isRootOfRequest),
    jaeger.trace(threadTraceId, isThread),
  ]);
  checkHostTrace(report, spans);
  await checkTurn(report, spans, turn.wireLog);
  report.note(`trace ${traceId}: ${describe(spans)}`);

  const initialization = await checkThread(report, threadSpans, turn.wireLog);
  if (initialization) checkLinks(report, initialization, spans);
  report.note(`trace ${threadTraceId}: ${describe(threadSpans)}`);
  await checkEvents({ report, collector, turn, spans: [...spans, ...threadSpans] });
}

const isRootOfRequest = ({ kind, parentSpanId }) => kind === SERVER && parentSpanId === undefined;

/** From the HTTP request through the turn to the model: nothing in it hangs loose. */
function checkHostTrace(report, spans) {
  const request = spans.find(isRootOfRequest);
  const turn = spanOfType(spans, 'turn');
  report.equal("the turn hangs under the HTTP request's span", turn?.parentSpanId, request.spanId);

  const codexSpans = spans.filter(({ service }) => service === 'codex-app-server');
  const turnStart = codexSpans.find(({ name }) => name === 'turn/start');
  report.equal("Codex's own turn/start hangs under the HTTP request's span", turnStart?.parentSpanId, request.spanId);

  const ids = new Set(codexSpans.map(({ spanId }) => spanId));
  const modelCalls = spans.filter((span) => span.kind === SERVER && ids.has(span.parentSpanId));
  report.equal("the model's two calls hang under Codex's own spans", modelCalls.length, 2);

  const tokens = [turn, ...modelCallsOf(codexSpans)].map((span) => span?.attributes['gen_ai.usage.input_tokens']);
  report.check("the turn's tokens are those of its model calls", tokens[0] === sum(tokens.slice(1)), tokens.join(', '));

  const all = new Set(spans.map(({ spanId }) => spanId));
  const hangsLoose = ({ parentSpanId }) => parentSpanId !== undefined && !all.has(parentSpanId);
  const loose = spans.filter((span) => span.service === SERVICE && hangsLoose(span)).map(({ name }) => name);
  report.equal("every span of the server's has its parent in the trace", loose, []);
}

/** Codex's own spans that say what one answer of the model cost. */
const modelCallsOf = (codexSpans) => codexSpans.filter(({ attributes }) => 'gen_ai.usage.input_tokens' in attributes);

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The two traces point at each other. */
function checkLinks(report, initialization, spans) {
  const request = spans.find(isRootOfRequest);
  const turn = spanOfType(spans, 'turn');
  const pointsAt = (from, to) =>
    from?.links.some(({ traceId, spanId }) => traceId === to.traceId && spanId === to.spanId) ?? false;
  report.check("the turn links to the thread's initialization", pointsAt(turn, initialization));
  report.check("the initialization links to the host's span", pointsAt(initialization, request));
}

/** How many spans each service has in a trace. */
export function describe(spans) {
  const counts = new Map();
  for (const { service } of spans) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts].map(([service, count]) => `${count} spans of ${service}`).join(', ');
}
