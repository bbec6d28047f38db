// Every public option and method: the values that it accepts, and the ones that are errors.
import { spawn } from 'node:child_process';
import {
  CodexIdGenerator,
  CodexInstrumentation,
  CodexSampler,
  CodexSpanProcessor,
  FileEventExporter,
  type ByHandConnection,
  type CodexInstrumentationConfig,
  type WebSocketLike,
} from 'opentelemetry-instrumentation-codex';
import {
  Counters,
  parseWireRecord,
  readWireLog,
  replayWireLog,
  WireLogWriter,
} from 'opentelemetry-instrumentation-codex/wire';

const counters = new Counters();
export const options: CodexInstrumentationConfig = {
  enabled: true,
  captureContent: false,
  injectTraceContext: true,
  turnParent: 'thread',
  isAppServerHook: ({ file, args }) => (file.endsWith('my-codex') || args.includes('my-codex') ? 'observe' : undefined),
  spanEndHook: (span, facts) => {
    if (facts.type === 'turn') span.setAttribute('my.turn', facts.turnId);
  },
  eventHook: (event) => {
    if (event.event_type === 'codex_turn_event') console.log(event.event_params.status);
  },
  recorder: new WireLogWriter('wire.jsonl.gz', { counters }),
  limits: { threads: 10 },
};

const codex = new CodexInstrumentation(options);
new CodexInstrumentation();
codex.setConfig({ ...codex.getConfig(), captureContent: true });
codex.enable();
codex.disable();
for (const { name, reason, value } of codex.counters) console.log(name, reason, value.toFixed());

const connection: ByHandConnection = codex.connect({ server: 'first', transport: 'websocket', now: () => 0 });
connection.fromClient('{}\n');
connection.fromServer(new Uint8Array());
connection.close();
export const detach: () => void = codex.observeChildProcess(spawn('my-codex'));
export const release: () => void = codex.observeWebSocket({} as WebSocketLike, { side: 'client' });

export const processor = new CodexSpanProcessor({ exporters: [new FileEventExporter('events.jsonl')], counters });

// @ts-expect-error Misspelled options are errors.
new CodexInstrumentation({ captureContents: true });
// @ts-expect-error There is no such parent.
new CodexInstrumentation({ turnParent: 'host' });
// @ts-expect-error A limit is a number.
new CodexInstrumentation({ limits: { threads: '10' } });
// @ts-expect-error The answer is a word, or undefined.
new CodexInstrumentation({ isAppServerHook: () => true });
// @ts-expect-error An event is no string.
new CodexInstrumentation({ eventHook: (event: string) => event });
// @ts-expect-error The wrapped sampler is what samples everything else.
new CodexSampler();
// @ts-expect-error A generator has two methods.
new CodexIdGenerator({ generateTraceId: () => '' });
// @ts-expect-error A tracer provider is no logger provider.
new CodexSpanProcessor({ loggerProvider: { getTracer: () => undefined } });
// @ts-expect-error An exporter exports.
new CodexSpanProcessor({ exporters: [{ shutdown: async () => {} }] });
// @ts-expect-error Three transports are known.
codex.connect({ transport: 'tcp' });
// @ts-expect-error A connection is given bytes or text.
connection.fromClient({});
// @ts-expect-error A replay makes spans by somebody's tracer.
void replayWireLog('wire.jsonl', {});

export async function read(file: string) {
  for await (const records of readWireLog(file, { counters }))
    for (const record of records) console.log(record.kind, record.at);
  const record = parseWireRecord(Buffer.from('{}'));
  return record?.kind === 'message' ? record.from : undefined;
}
