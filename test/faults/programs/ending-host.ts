// A host in mid-turn: a client waits for an approval. It ends when it gets a line, by the way that its argument names.
// Arguments: the way, the endpoint of a receiver, a wire log.
import { once } from 'node:events';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodexInstrumentation } from '../../../src/index.js';
import { pass } from '../../instrumentation/by-hand.js';
import { conversationIn } from '../../instrumentation/conversation.js';

const [, , way = '', url = '', wireLog = ''] = process.argv;
const provider = new NodeTracerProvider({
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }), { scheduledDelayMillis: 10 })],
});
const codex = new CodexInstrumentation();
codex.setTracerProvider(provider);

const steps = conversationIn(wireLog);
const asked = steps.findIndex(({ text }) => text.includes('requestApproval'));
const connection = codex.connect();
for (const step of steps.slice(0, asked + 1)) pass(connection, step);

const ways: Record<string, () => unknown> = {
  'codex.disable() and shutdown()': () => {
    codex.disable();
    return provider.shutdown();
  },
  'shutdown() of the tracer provider': () => provider.shutdown(),
  'a signal whose handler calls it': () => {
    // As OpenTelemetry's documentation has it, in a server, which goes on by itself.
    setInterval(() => {}, 1_000);
    process.once('SIGTERM', () => void provider.shutdown().finally(() => process.exit()));
    process.kill(process.pid, 'SIGTERM');
  },
  'nothing is left to do': () => undefined,
  'process.exit()': () => process.exit(),
  'an uncaught exception': () => {
    throw new Error('an uncaught exception');
  },
  'a signal that nobody handles': () => process.kill(process.pid, 'SIGTERM'),
  SIGKILL: () => process.kill(process.pid, 'SIGKILL'),
  'no memory': () => {
    const held: unknown[] = [];
    for (;;) held.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
  },
};

process.stdin.resume();
await once(process.stdin, 'data');
process.stdin.pause();
await ways[way]?.();
