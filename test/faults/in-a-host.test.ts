import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { diag, metrics, propagation, type MeterProvider, type TracerProvider } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { EventExporter } from '../../src/events/record.js';
import { FileEventExporter } from '../../src/export/files/file-event-exporter.js';
import type { CodexInstrumentationConfig } from '../../src/instrumentation/config.js';
import type { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { WireLogWriter } from '../../src/wire/log/writer.js';
import { conversation } from '../instrumentation/conversation.js';
import { pass } from '../instrumentation/by-hand.js';
import { host } from '../instrumentation/host.js';
import { registerContext } from '../instrumentation/telemetry.js';
import { temporaryFolder } from '../temporary-folder.js';
import { amount, cellOf, documented } from './documented.js';
import { Telemetry } from './telemetry.js';

const RECORDING = '0.169.0/approval-accept';

const folder = temporaryFolder();
const table = documented('In a host');

const fail = (): never => {
  throw new Error('no luck');
};
// Async hooks where plain ones are asked for, which types alone keep nobody from.
const reject: () => unknown = async () => fail();
const hang: () => unknown = () => new Promise(() => {});

/** A part of the surroundings that fails. */
interface Failure {
  readonly config?: CodexInstrumentationConfig;
  /** Event exporters of a processor in the provider's pipeline. */
  readonly exporters?: readonly EventExporter[];
  /** Span processors in the provider's pipeline. */
  readonly processor?: Partial<SpanProcessor>;
  readonly now?: () => number;
  /** Changes what the instrumentation was given. */
  readonly arrange?: (codex: CodexInstrumentation) => void;
  /** Whether a child process is needed. Default: a connection by hand. */
  readonly child?: boolean;
  readonly after?: () => Promise<unknown>;
  /** Where the exporters and the recorder count. */
  readonly counters?: Counters;
}

afterEach(() => diag.disable());

/** The recorded session, with what fails around it; resolves with what arrived and what was counted. */
async function measure(failure: Failure) {
  const { config = {}, exporters = [], processor, now, arrange, child = false, after } = failure;
  const { counters = new Counters() } = failure;
  const whole: SpanProcessor = {
    onStart: () => {},
    onEnd: () => {},
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const telemetry = new Telemetry([
    ...(processor ? [{ ...whole, ...processor }] : []),
    ...(exporters.length > 0 ? [new CodexSpanProcessor({ exporters, counters })] : []),
  ]);
  const codex = telemetry.instrumentation(config);
  arrange?.(codex);
  if (child) await host(RECORDING);
  else {
    const connection = codex.connect({ now });
    for (const step of conversation(RECORDING)) {
      pass(connection, step);
      // A disk answers between two messages.
      await nextTurn();
    }
    connection.close();
  }
  codex.disable();
  await after?.();
  const losses = [...codex.counters, ...counters]
    .filter(({ name }) => /dropped|failed|nulled/.test(name))
    .flatMap(({ name, reason = '' }) => [name, reason]);
  return { spans: telemetry.spans.length, events: telemetry.logs.length, losses };
}

/** A device that takes nothing: every write finds the disk full. Linux alone has it. */
const FULL = '/dev/full';

const toLogger = (provider: object) => (codex: CodexInstrumentation) =>
  codex.setLoggerProvider(provider as Parameters<CodexInstrumentation['setLoggerProvider']>[0]);
const toTracer = (getTracer: () => unknown) => (codex: CodexInstrumentation) =>
  codex.setTracerProvider({ getTracer } as TracerProvider);
const toMeter = (provider: object) => (codex: CodexInstrumentation) =>
  codex.setMeterProvider(provider as MeterProvider);

/** The failures of docs/failure.md, by the first column of its table. */
const failures: Readonly<Record<string, () => Failure>> = {
  nothing: () => ({}),

  'a tracer provider that throws': () => ({ arrange: toTracer(fail) }),
  'a tracer that throws': () => ({ arrange: toTracer(() => ({ startSpan: fail })) }),
  'a span processor that throws at a start': () => ({ processor: { onStart: fail } }),
  'a span processor that throws at an end': () => ({ processor: { onEnd: fail } }),
  'a span processor that hangs, rejects or throws when it flushes or shuts down': () => ({
    processor: { forceFlush: () => new Promise(() => {}), shutdown: async () => fail() },
  }),
  '`spanEndHook` that throws': () => ({ config: { spanEndHook: fail } }),
  '`spanEndHook` that rejects': () => ({ config: { spanEndHook: reject } }),
  '`spanEndHook` that never settles': () => ({ config: { spanEndHook: hang } }),
  '`redactContent` that throws, or returns no text: the text it got is left out': () => ({
    config: { captureContent: true, redactContent: fail },
  }),

  '`eventHook` that throws': () => ({ config: { eventHook: fail } }),
  '`eventHook` that rejects': () => ({ config: { eventHook: reject } }),
  '`eventHook` that never settles': () => ({ config: { eventHook: hang } }),
  'a logger provider that throws': () => ({ arrange: toLogger({ getLogger: fail }) }),
  'a logger that throws': () => ({ arrange: toLogger({ getLogger: () => ({ emit: fail }) }) }),
  'a logger that is not enabled': () => ({
    arrange: toLogger({ getLogger: () => ({ emit: fail, enabled: () => false }) }),
  }),
  'an event exporter that throws: that exporter alone': () => ({ exporters: [{ export: fail }] }),
  'an event exporter that rejects: that exporter alone': () => ({ exporters: [{ export: reject }] }),
  'an events file that cannot be written (`FileEventExporter`): that file alone': () => ({
    exporters: [new FileEventExporter(join(folder, 'none', 'events.jsonl'))],
  }),

  'a meter provider that throws: the metrics alone': () => ({ arrange: toMeter({ getMeter: fail }) }),
  'a histogram that throws: its measurements alone': () => ({
    arrange: toMeter({
      getMeter: () =>
        Object.assign(Object.create(metrics.getMeter('none')) as object, { createHistogram: () => ({ record: fail }) }),
    }),
  }),

  'a propagator that throws: requests stay as they are': () => {
    registerContext();
    propagation.disable();
    propagation.setGlobalPropagator({ inject: fail, extract: fail, fields: () => [] });
    return { child: true };
  },
  '`isAppServerHook` that throws: the command line decides': () => ({ child: true, config: { isAppServerHook: fail } }),
  'a diagnostics logger that throws': () => {
    diag.setLogger({ error: fail, warn: fail, info: fail, debug: fail, verbose: fail });
    return { config: { spanEndHook: fail } };
  },

  '`now` that throws: the time of day replaces it': () => ({ now: fail }),
  '`now` that returns no time: the time of day replaces it': () => ({ now: () => Number.NaN }),
  'a clock that stands still': () => ({ now: () => 1_795_400_000_000 }),
  'a clock that runs backwards': () => {
    let at = 1_795_400_000_000;
    return { now: () => (at -= 60_000) };
  },

  'a recorder that throws: the recording alone': () => ({ config: { recorder: { append: fail } } }),
  'a recording whose disk is full: the recording alone': () => recordingTo(FULL),
  'a recording whose disk is slower than the traffic: records of it alone': () =>
    recordingTo(join(folder, 'slow.jsonl'), { maxPendingBytes: 1 }),
};

/** The recorder shares its counters with nobody else, so that they are added to the result. */
function recordingTo(file: string, options: { readonly maxPendingBytes?: number } = {}): Failure {
  const counters = new Counters();
  const recorder = new WireLogWriter(file, { ...options, counters });
  return { config: { recorder }, counters, after: () => recorder.end().catch(() => undefined) };
}

describe('in a host', () => {
  let whole: Awaited<ReturnType<typeof measure>>;
  beforeAll(async () => {
    whole = await measure({});
  });

  const isLinux = process.platform === 'linux';
  it.each(Object.keys(failures).filter((what) => isLinux || !what.includes('disk is full')))(
    '%s costs what docs/failure.md has',
    async (what) => {
      const { spans, events, losses } = await measure(failures[what]!());
      expect(table.get(what)).toEqual([amount(spans, whole.spans), amount(events, whole.events), cellOf(losses)]);
    },
  );

  it('docs/failure.md lists these failures and no others', () => {
    expect([...table.keys()]).toEqual(Object.keys(failures));
  });
});
