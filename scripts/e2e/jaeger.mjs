import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { request } from './http.mjs';
import { attributesOf } from './otlp-json.mjs';
import { eventually, freePorts, start } from './processes.mjs';

/** Longer than the Collector keeps spans back for a batch. */
const COLLECTOR_BATCH_MS = 1_500;

const CONFIG = fileURLToPath(new URL('jaeger.yaml', import.meta.url));

/** A running Jaeger, asked by its query API. */
export async function startJaeger(binary) {
  const [http, grpc, otlp] = (await freePorts(3)).map((port) => `127.0.0.1:${port}`);
  const process_ = start('Jaeger', [binary, '--config', CONFIG], {
    env: { JAEGER_HTTP: http, JAEGER_GRPC: grpc, JAEGER_OTLP: otlp },
  });
  const ask = async (path) => {
    const { status, text } = await request(`http://${http}${path}`);
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return JSON.parse(text);
  };
  await eventually('Jaeger', () => ask('/api/services'), { process: process_ });
  /** All spans of a trace, by the exact trace id. */
  const spansIn = async (traceId) => {
    const answer = await ask(`/api/v3/traces/${traceId}`);
    return answer === undefined ? [] : spansOf(answer.result);
  };
  return {
    otlpEndpoint: otlp,
    /** The spans of a trace, when one of them is what is waited for and what came along with it is there, too. */
    async trace(traceId, isAwaited) {
      await eventually(`trace ${traceId}`, async () => (await spansIn(traceId)).some(isAwaited) || undefined);
      await sleep(COLLECTOR_BATCH_MS);
      return spansIn(traceId);
    },
    /** The ids of the traces with a span of this service that has these tags: what the search page asks. */
    async search(service, tags) {
      const query = `service=${service}&tags=${encodeURIComponent(JSON.stringify(tags))}&lookback=1h&limit=20`;
      const { data } = await ask(`/api/traces?${query}`);
      return (data ?? []).map(({ traceID }) => traceID);
    },
  };
}

/** Spans in one flat list, with what the checks look at. */
function spansOf({ resourceSpans }) {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = attributesOf(resource)['service.name'];
    return scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        service,
        name: span.name,
        kind: span.kind,
        traceId: span.traceId,
        spanId: span.spanId,
        parentSpanId: span.parentSpanId || undefined,
        startMs: toMs(span.startTimeUnixNano),
        endMs: toMs(span.endTimeUnixNano),
        attributes: attributesOf(span),
        links: span.links ?? [],
      })),
    );
  });
}

const toMs = (nanoseconds) => Number(BigInt(nanoseconds) / 1000n) / 1000;
