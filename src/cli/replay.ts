import { NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { CodexSpanProcessor } from '../events/processor.js';
import { FileEventExporter } from '../export/file.js';
import { OtlpFileSpanProcessor } from '../export/otlp-file.js';
import { CodexIdGenerator } from '../spans/ids.js';
import { replayWireLog } from '../spans/replay.js';
import { Counters } from '../tally.js';

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
  await replayWireLog(source === '-' ? process.stdin : source, {
    tracerProvider: provider,
    tally,
    afterChunk: async () => {
      await events?.drained();
      await traces?.drained();
    },
  });
  await provider.shutdown();
  for (const { name, reason, value } of tally) process.stderr.write(`${name} ${reason ?? ''} ${String(value)}\n`);
}
