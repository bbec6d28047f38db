import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { metrics, type MeterProvider } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider as SdkMeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { CodexIdGenerator, CodexInstrumentation } from '../../src/index.js';
import { readWireLog } from '../../src/wire.js';

/** What leaves this package in recorded sessions, by its names: what the documentation has to list. */

const recordings = new URL('../recordings/0.169.0/', import.meta.url);

export interface Observed {
  readonly spans: readonly ReadableSpan[];
  /** The attributes of the log records. */
  readonly logAttributes: ReadonlySet<string>;
  /** The attributes of the metrics' data points. */
  readonly metricAttributes: ReadonlySet<string>;
}

/** Plays recordings of every kind of thing through an instrumentation, as if a host handed their bytes over. */
export async function observe(): Promise<Observed> {
  const spans: ReadableSpan[] = [];
  const logAttributes = new Set<string>();
  const tracerProvider = new NodeTracerProvider({
    spanProcessors: [
      {
        onStart: () => {},
        onEnd: (span) => void spans.push(span),
        forceFlush: async () => {},
        shutdown: async () => {},
      },
    ],
    idGenerator: new CodexIdGenerator(),
  });
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 2 ** 30 });
  const codex = new CodexInstrumentation();
  codex.setTracerProvider(tracerProvider);
  codex.setMeterProvider(new SdkMeterProvider({ readers: [reader] }));
  codex.setLoggerProvider({
    getLogger: () => ({
      emit: ({ attributes }) => {
        for (const name of Object.keys(attributes)) logAttributes.add(name);
      },
    }),
  });
  // The newest version with most scenarios, and questions of an MCP server.
  for (const scenario of [...readdirSync(recordings), '../0.171.0/mcp-elicitation']) await play(codex, scenario);
  codex.disable();
  await reader.collect();
  await reader.forceFlush();
  const metricAttributes = exporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
    .flatMap(({ dataPoints }) => dataPoints.flatMap(({ attributes }) => Object.keys(attributes)));
  return { spans, logAttributes, metricAttributes: new Set(metricAttributes) };
}

async function play(codex: CodexInstrumentation, scenario: string): Promise<void> {
  const connections = new Map<string, ReturnType<CodexInstrumentation['connect']>>();
  let at = 0;
  for await (const records of readWireLog(fileURLToPath(new URL(`${scenario}/wire.jsonl`, recordings)))) {
    for (const record of records) {
      at = record.at;
      const id = record.connection;
      if (record.kind === 'open')
        connections.set(
          id,
          codex.connect({ server: `${scenario} ${record.server}`, transport: record.transport, now: () => at }),
        );
      if (record.kind === 'close') connections.get(id)?.close();
      if (record.kind !== 'message') continue;
      const connection = connections.get(id);
      const line = Buffer.concat([record.text, Buffer.from('\n')]);
      if (record.from === 'client') connection?.fromClient(line);
      else connection?.fromServer(line);
    }
  }
  for (const connection of connections.values()) connection.close();
}

/** The names of the instruments that an instrumentation makes. */
export function instruments(): string[] {
  const names: string[] = [];
  const noop = metrics.getMeterProvider().getMeter('none');
  const recording = new Proxy(noop, {
    get(meter, method) {
      const value = Reflect.get(meter, method) as unknown;
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (String(method).startsWith('create')) names.push(String(args[0]));
        return Reflect.apply(value, meter, args) as unknown;
      };
    },
  });
  const provider: MeterProvider = { getMeter: () => recording };
  new CodexInstrumentation({ enabled: false }).setMeterProvider(provider);
  return names;
}
