import { once } from 'node:events';
import { createTraceState, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import {
  CompositePropagator,
  suppressTracing,
  W3CBaggagePropagator,
  W3CTraceContextPropagator,
} from '@opentelemetry/core';
import { AlwaysOffSampler } from '@opentelemetry/sdk-trace-node';
import { beforeEach, describe, expect, it } from 'vitest';
import { diagnostics, Observed, registerContext } from './telemetry.js';
import {
  arrived,
  asked,
  HOST,
  HOST_TRACE,
  hostContext,
  openThread,
  recorded,
  sent,
  spawnServer,
  threadId,
  turnStart,
  under,
} from './thread-server.js';

beforeEach(() => registerContext());

/** The member that carries the thread's initialisation. */
function ofThread(observed: Observed, flags = '01'): string {
  const { traceId, spanId } = observed.ofType('thread_initialization')[0]!.spanContext();
  return `,"trace":{"traceparent":"00-${traceId}-${spanId}-${flags}"}`;
}

const withMember = (line: string, member: string) => line.replace(/\}(\s*)$/, `${member}}$1`);

describe('a request to an app-server', () => {
  it("carries the thread's initialisation if the host has no active span", async () => {
    const observed = new Observed();
    const child = await openThread();
    expect(await sent(child, turnStart)).toBe(withMember(turnStart, ofThread(observed)));
    expect(ofThread(observed)).toContain(`00-${threadId.replaceAll('-', '')}-`);
  });

  it("carries the host's active span", async () => {
    new Observed();
    const child = await openThread();
    const heard = await under(hostContext, () => sent(child, turnStart, '{"method":"model/list","id":8}\n'));
    expect(heard).toBe(`${withMember(turnStart, HOST_TRACE)}{"method":"model/list","id":8${HOST_TRACE}}\n`);
  });

  it("carries the thread's initialisation if the active span has no valid ids", async () => {
    const observed = new Observed();
    const child = await openThread();
    trace.disable();
    const none = trace.setSpan(ROOT_CONTEXT, trace.getTracer('none').startSpan('none'));
    expect(await under(none, () => sent(child, turnStart))).toBe(withMember(turnStart, ofThread(observed)));
  });

  it('carries the flag of an initialisation that was sampled out', async () => {
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

  it('carries the trace state and no Baggage', async () => {
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

  it('carries the initialisation if the host sends it in its handler of the response that opens the thread', async () => {
    const observed = new Observed();
    const child = spawnServer();
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

describe('injection leaves unchanged', () => {
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
  ])('a request %s if the host has no span', async (_what, text) => {
    const said = diagnostics();
    new Observed();
    const child = await openThread();
    expect(await sent(child, text)).toBe(text);
    expect(said).toEqual([]);
  });

  it('every request if injectTraceContext is false', async () => {
    const observed = new Observed({ injectTraceContext: false });
    const child = await openThread();
    expect(await under(hostContext, () => sent(child, turnStart))).toBe(turnStart);
    expect(observed.names).toContain('codex.thread start');
  });

  it('every request that is written while tracing is suppressed', async () => {
    new Observed();
    const child = await openThread();
    expect(await under(suppressTracing(hostContext), () => sent(child, turnStart))).toBe(turnStart);
  });

  it('every request after injectTraceContext was set to false', async () => {
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

  it('every request if there is no propagator', async () => {
    propagation.disable();
    const said = diagnostics();
    new Observed();
    const child = await openThread();
    expect(await under(hostContext, () => sent(child, turnStart))).toBe(turnStart);
    expect(said).toEqual([]);
  });

  it('every request if the propagator writes no traceparent, which is warned of once', async () => {
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
