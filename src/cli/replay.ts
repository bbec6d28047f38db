import { NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { CodexSpanProcessor } from '../events/processor.js';
import { FileEventExporter } from '../export/file.js';
import { OtlpFileSpanProcessor } from '../export/otlp-file.js';
import { SCHEMA_URL } from '../spans/conventions.js';
import { SpanFactory } from '../spans/finish.js';
import { CodexIdGenerator } from '../spans/ids.js';
import { Observer } from '../spans/observer.js';
import { Replay } from '../spans/replay.js';
import { Counters } from '../tally.js';
import { SCOPE_NAME, VERSION } from '../version.js';
import { readWireLog } from '../wire/log-reader.js';

export async function replay(source: string, options: { events?: string; traces?: string }): Promise<void> {
  const tally = new Counters();
  const events = options.events === undefined ? undefined : new FileEventExporter(options.events);
  const traces = options.traces === undefined ? undefined : new OtlpFileSpanProcessor(options.traces);
  const codex = new CodexSpanProcessor({ tally, exporters: events ? [events] : [] });
  const spanProcessors: SpanProcessor[] = [codex, ...(traces ? [traces] : [])];
  const provider = new NodeTracerProvider({
    spanProcessors,
    idGenerator: new CodexIdGenerator(),
    resource: resourceFromAttributes({ 'service.name': 'codex-app-server' }),
  });
  const tracer = provider.getTracer(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
  const observer = new Observer({ spans: new SpanFactory(() => tracer), tally });
  const player = new Replay(observer);
  for await (const records of readWireLog(source === '-' ? process.stdin : source, { tally })) {
    for (const record of records) player.record(record);
    await events?.drained();
    await traces?.drained();
  }
  observer.end();
  await provider.shutdown();
  for (const { name, reason, value } of tally) process.stderr.write(`${name} ${reason ?? ''} ${String(value)}\n`);
}
