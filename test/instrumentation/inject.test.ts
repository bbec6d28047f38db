import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  context,
  createTraceState,
  propagation,
  ROOT_CONTEXT,
  trace,
  type Context,
  type SpanContext,
} from '@opentelemetry/api';
import {
  CompositePropagator,
  suppressTracing,
  W3CBaggagePropagator,
  W3CTraceContextPropagator,
} from '@opentelemetry/core';
import { AlwaysOffSampler } from '@opentelemetry/sdk-trace-node';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.js';
import { talk } from './client.js';
import { conversation, methodOf, wireFile } from './conversation.js';
import { CODEX } from './host.js';
import { diagnostics, Observed, registerContext } from './telemetry.js';

const PLAIN = '0.169.0/plain-turn';
const recorded = conversation(PLAIN);
const asked = recorded.findIndex((step) => methodOf(step) === 'turn/start');
const threadId = /"threadId":"([^"]*)"/.exec(recorded[asked]!.text)![1]!;

const turnStart = `{"method":"turn/start","id":7,"params":{"threadId":"${threadId}","input":[]}}\n`;
const HOST: SpanContext = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 };
const HOST_TRACE = `,"trace":{"traceparent":"00-${HOST.traceId}-${HOST.spanId}-01"}`;

const folder = temporaryFolder();
beforeAll(async () => {
  // A server that has opened a thread, and then says what it hears.
  const lines = (await readFile(wireFile(PLAIN), 'utf8')).split('\n');
  await writeFile(join(folder, 'opened.jsonl'), lines.slice(0, asked + 1).join('\n'));
});
beforeEach(() => registerContext());

/** A server that the host has opened a thread with. */
async function openThread(): Promise<ChildProcess> {
  const env = { ...process.env, FAKE_CODEX_RECORDING: join(folder, 'opened.jsonl') };
  const child = spawn(CODEX, ['app-server'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  await talk(child, recorded.slice(0, asked), false);
  child.stdout.removeAllListeners('data');
  return child;
}

/** What arrives at the server of what is written. */
async function arrived(child: ChildProcess, write: () => unknown): Promise<string> {
  let heard = '';
  child.stdout!.on('data', (chunk: string) => (heard += chunk));
  await write();
  child.stdin!.end();
  await once(child, 'close');
  return heard;
}

const sent = async (child: ChildProcess, ...chunks: (string | Buffer)[]) =>
  arrived(child, () => {
    for (const chunk of chunks) child.stdin!.write(chunk);
  });

const under = (parent: Context, step: () => Promise<string>) => context.with(parent, step);
const hostContext = trace.setSpanContext(ROOT_CONTEXT, HOST);

/** The member that carries the thread's initialisation. */
function ofThread(observed: Observed, flags = '01'): string {
  const { traceId, spanId } = observed.ofType('thread_initialization')[0]!.spanContext();
  return `,"trace":{"traceparent":"00-${traceId}-${spanId}-${flags}"}`;
}

const withMember = (line: string, member: string) => line.replace(/\}(\s*)$/, `${member}}$1`);

describe('a request', () => {
  it("carries the thread's initialisation where the host has no active span", async () => {
    const observed = new Observed();
    const child = await openThread();
    expect(await sent(child, turnStart)).toBe(withMember(turnStart, ofThread(observed)));
    expect(ofThread(observed)).toContain(`00-${threadId.replaceAll('-', '')}-`);
  });

  it("carries the host's span where it has one", async () => {
    new Observed();
    const child = await openThread();
    const heard = await under(hostContext, () => sent(child, turnStart, '{"method":"model/list","id":8}\n'));
    expect(heard).toBe(`${withMember(turnStart, HOST_TRACE)}{"method":"model/list","id":8${HOST_TRACE}}\n`);
  });

  it("carries the thread's initialisation where the active span is of a tracer that makes none", async () => {
    const observed = new Observed();
    const child = await openThread();
    trace.disable();
    const none = trace.setSpan(ROOT_CONTEXT, trace.getTracer('none').startSpan('none'));
    expect(await under(none, () => sent(child, turnStart))).toBe(withMember(turnStart, ofThread(observed)));
  });

  it('says so where the initialisation was sampled out', async () => {
    const observed = new Observed({}, { sampler: new AlwaysOffSampler() });
    let traceparent = '';
    observed.codex.setConfig({
      spanEndHook: (span, { type }) => {
        const { traceId, spanId } = span.spanContext();
        if (type === 'thread_initialization') traceparent = `00-${traceId}-${spanId}-00`;
      },
    });
    const child = await openThread();
    const heard = await sent(child, turnStart);
    expect(heard).toBe(withMember(turnStart, `,"trace":{"traceparent":"${traceparent}"}`));
  });

  it('keeps the trace state, and passes no Baggage on', async () => {
    propagation.disable();
    propagation.setGlobalPropagator(
      new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
    );
    new Observed();
    const child = await openThread();
    const span = { ...HOST, traceState: createTraceState('vendor=a,other=b') };
    const baggage = propagation.createBaggage({ secret: { value: 'mine' } });
    const parent = propagation.setBaggage(trace.setSpanContext(ROOT_CONTEXT, span), baggage);
    expect(await under(parent, () => sent(child, turnStart))).toBe(
      withMember(turnStart, HOST_TRACE.replace('"}', '","tracestate":"vendor=a,other=b"}')),
    );
  });

  it('is answered within the handler that hears of the thread, and carries its initialisation all the same', async () => {
    const observed = new Observed();
    const env = { ...process.env, FAKE_CODEX_RECORDING: join(folder, 'opened.jsonl') };
    const child = spawn(CODEX, ['app-server'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    let heard = '';
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8');
      // The response that opens the thread stands in this very chunk.
      if (chunk.includes('{"id":2,')) child.stdin.end(turnStart);
    });
    for (const { from, text } of recorded.slice(0, asked)) if (from === 'client') child.stdin.write(`${text}\n`);
    await once(child, 'close');
    expect(heard.endsWith(withMember(turnStart, ofThread(observed)))).toBe(true);
  });

  it.each([
    ['{ "id" : 1.0 ,\t"method":"a\\u0062",  "params":{"n":12345678901234567890.10,"e":1E+400} }\n'],
    ['  {"id":"1","method":"x"}  \r\n'],
    ['{"id":1,"method":"x","params":"trace"}'],
    ['{"jsonrpc":"2.0","method":"x","id":0,"params":{"trace":{}}}\n'],
    [`{"id":9,"method":"größe","params":{"text":"\\"}{\\\\","deep":[[{}]]}}\n`],
  ])('keeps every byte outside the member: %j', async (line) => {
    new Observed();
    const child = await openThread();
    const heard = await under(hostContext, () => sent(child, Buffer.from(line)));
    expect(heard).toContain(HOST_TRACE);
    expect(heard.replace(HOST_TRACE, '')).toBe(line);
    expect(JSON.parse(heard)).toMatchObject({ trace: { traceparent: expect.any(String) as string } });
  });
});

describe('what is left alone', () => {
  it.each([
    ['a request that bears a trace', '{"method":"x","id":1,"trace":{"traceparent":"mine"}}\n'],
    ['a request that bears an empty one, first', '{"trace":null,"method":"x","id":1}\n'],
    ['a request that bears one in other letters', '{"\\u0074race":null,"method":"x","id":1}\n'],
    ['a notification', '{"method":"initialized"}\n'],
    ['a notification with an id of null', '{"method":"initialized","id":null}\n'],
    ['an object whose method is no text', '{"method":7,"id":1}\n'],
    ['an object whose id is no id', '{"method":"x","id":{}}\n'],
    ['a response with a method', '{"id":0,"method":"x","result":{}}\n'],
    ['a batch', '[{"method":"x","id":1},{"method":"y","id":2}]\n'],
    ['an answer', '{"id":0,"result":{"decision":"accept"}}\n'],
    ['a refusal', '{"id":0,"error":{"code":-32000,"message":"no"}}\n'],
    ['no object', '[{"method":"x","id":1}]\n'],
    ['two objects', '{"method":"x","id":1}{"method":"x","id":2}\n'],
    ['no JSON', '{"method":"x","id":1,,}\n{method}\n'],
    ['a text without an end', '{"method":"x","id":1,"params":"}\n'],
    ['parameters without an end', '{"id":1,"method":"x","params":{"threadId":"}\n'],
    ['a brace', '}\n{\n{}\n'],
    ['nothing', '\n\r\n \n'],
  ])('%s', async (_what, text) => {
    new Observed();
    const child = await openThread();
    expect(await under(hostContext, () => sent(child, text))).toBe(text);
  });

  it.each([
    ['about no thread', '{"method":"model/list","id":1}\n'],
    ['about a thread that nobody knows', '{"method":"turn/start","id":1,"params":{"threadId":"unknown"}}\n'],
    ['with a thread that is none', '{"method":"turn/start","id":1,"params":{"threadId":7}}\n'],
    ['with parameters that are none', '{"method":"turn/start","id":1,"params":[1]}\n'],
    ['with broken parameters', '{"method":"turn/start","id":1,"params":{"threadId"}}\n'],
  ])('a request %s, where the host has no span', async (_what, text) => {
    const said = diagnostics();
    new Observed();
    const child = await openThread();
    expect(await sent(child, text)).toBe(text);
    expect(said).toEqual([]);
  });

  it('everything, where injection is off', async () => {
    const observed = new Observed({ injectTraceContext: false });
    const child = await openThread();
    expect(await under(hostContext, () => sent(child, turnStart))).toBe(turnStart);
    expect(observed.names).toContain('codex.thread start');
  });

  it('what is said where tracing is suppressed', async () => {
    new Observed();
    const child = await openThread();
    expect(await under(suppressTracing(hostContext), () => sent(child, turnStart))).toBe(turnStart);
  });

  it('everything from when it is switched off', async () => {
    const { codex } = new Observed();
    const child = await openThread();
    const heard = under(hostContext, () =>
      arrived(child, () => {
        child.stdin!.write(turnStart);
        codex.setConfig({ injectTraceContext: false });
        child.stdin!.write(turnStart);
      }),
    );
    expect(await heard).toBe(withMember(turnStart, HOST_TRACE) + turnStart);
  });

  it('everything, where there is no propagator', async () => {
    propagation.disable();
    const said = diagnostics();
    new Observed();
    const child = await openThread();
    expect(await under(hostContext, () => sent(child, turnStart))).toBe(turnStart);
    expect(said).toEqual([]);
  });

  it('everything, and it is said, where the propagator knows no W3C Trace Context', async () => {
    propagation.disable();
    propagation.setGlobalPropagator({
      inject: (_context, carrier) => void ((carrier as Record<string, string>)['b3'] = '0'),
      extract: (parent) => parent,
      fields: () => ['b3'],
    });
    const said = diagnostics();
    new Observed();
    const child = await openThread();
    expect(await under(hostContext, () => sent(child, turnStart, turnStart))).toBe(turnStart + turnStart);
    expect(said).toEqual([expect.stringContaining('The propagator writes b3 and no traceparent')]);
  });
});

describe('a chunk', () => {
  const request = '{"method":"x","id":1}\n';
  const changed = `{"method":"x","id":1${HOST_TRACE}}\n`;
  const heard = async (...chunks: (string | Buffer)[]) => {
    new Observed();
    const child = await openThread();
    return under(hostContext, () => sent(child, ...chunks));
  };

  it('may hold several requests, and other lines between them', async () => {
    expect(await heard(`${request}{"method":"initialized"}\n\n${request}${request}`)).toBe(
      `${changed}{"method":"initialized"}\n\n${changed}${changed}`,
    );
  });

  it('may end within a request, which stays as it is', async () => {
    expect(await heard(`${request}{"method":"x",`, `"id":2}\n${request}`)).toBe(
      `${changed}{"method":"x","id":2}\n${changed}`,
    );
  });

  it('may be a piece of a request that looks like one', async () => {
    expect(await heard('{"method":"x","params":', '{"method":"x","id":1}', ',"id":2}\n')).toBe(
      '{"method":"x","params":{"method":"x","id":1},"id":2}\n',
    );
  });

  it('may be a whole request whose line feed comes later', async () => {
    expect(await heard('{"method":"x","id":1}', '\n', request)).toBe(changed + changed);
  });

  it('may end within a character', async () => {
    const bytes = Buffer.from(`{"method":"größe","id":1}\n${request}`);
    expect(await heard(bytes.subarray(0, 14), bytes.subarray(14))).toBe(`{"method":"größe","id":1}\n${changed}`);
  });

  it('may be the last, and come with the end', async () => {
    new Observed();
    const child = await openThread();
    const last = () => arrived(child, () => void child.stdin!.end(request));
    expect(await under(hostContext, last)).toBe(changed);
  });

  it('may be in another encoding', async () => {
    new Observed();
    const child = await openThread();
    const base64 = () => arrived(child, () => child.stdin!.write(Buffer.from(request).toString('base64'), 'base64'));
    expect(await under(hostContext, base64)).toBe(changed);
  });

  it('may lie in a buffer that the host uses again', async () => {
    const observed = new Observed();
    const child = await openThread();
    const heard = await arrived(child, async () => {
      const half = Buffer.from(turnStart.slice(0, 30));
      await new Promise((resolve) => child.stdin!.write(half, resolve));
      half.fill(0);
      child.stdin!.write(turnStart.slice(30));
    });
    expect(heard).toBe(turnStart);
    expect(observed.codex.counters.total('lines.broken')).toBe(0);
  });
});
