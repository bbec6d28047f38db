import { afterEach, describe, expect, it, vi } from 'vitest';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { wireFile } from './conversation.js';
import { EventTargetSocket } from './event-target-socket.js';
import { run } from './program.js';
import { Observed, Replayed } from './telemetry.js';

const TWO_CLIENTS = '0.169.0/ws-two-clients-one-thread';

afterEach(() => vi.unstubAllGlobals());

it("observes Node's own WebSocket by itself, several clients of one server", async () => {
  // Behind a flag in Node 20, there by default from 22 on.
  const printed = await run('own-web-socket', [wireFile(TWO_CLIENTS)], ['--experimental-websocket']);
  const { spans, events, facts } = JSON.parse(printed) as { spans: string[]; events: string[]; facts: boolean[] };
  const replayed = await Replayed.from(wireFile(TWO_CLIENTS));
  expect(spans).toEqual(replayed.spans.map((span) => factsOf(span)!.type));
  expect(events).toEqual(replayed.types);
  expect(new Set(facts)).toEqual(new Set([true]));
});

describe("Node's WebSocket class", () => {
  it('keeps its statics, instanceof and subclasses while it is observed', () => {
    vi.stubGlobal('WebSocket', EventTargetSocket);
    new Observed();
    class Mine extends (globalThis.WebSocket as unknown as typeof EventTargetSocket) {}
    const mine = new Mine('ws://127.0.0.1:9/');
    expect(mine).toBeInstanceOf(Mine);
    expect(mine).toBeInstanceOf(EventTargetSocket);
    expect(mine).toBeInstanceOf(globalThis.WebSocket);
    expect(globalThis.WebSocket.OPEN).toBe(1);
    expect(Object.hasOwn(mine, 'send')).toBe(true);
    expect(() => new globalThis.WebSocket('no url')).toThrow('Invalid URL');
  });

  it('is put back when the instrumentation is disabled', () => {
    vi.stubGlobal('WebSocket', EventTargetSocket);
    const { codex } = new Observed();
    const observing = globalThis.WebSocket;
    codex.disable();
    expect(globalThis.WebSocket).toBe(EventTargetSocket);
    expect(Object.hasOwn(new observing('ws://127.0.0.1:9/'), 'send')).toBe(false);
  });

  it('is not put back if somebody else has replaced it meanwhile', () => {
    vi.stubGlobal('WebSocket', EventTargetSocket);
    const { codex } = new Observed();
    class Theirs extends (globalThis.WebSocket as unknown as typeof EventTargetSocket) {}
    vi.stubGlobal('WebSocket', Theirs);
    codex.disable();
    expect(globalThis.WebSocket).toBe(Theirs);
    expect(Object.hasOwn(new globalThis.WebSocket('ws://127.0.0.1:9/'), 'send')).toBe(false);
  });

  it('may be missing', () => {
    vi.stubGlobal('WebSocket', undefined);
    new Observed();
    expect(globalThis.WebSocket).toBeUndefined();
  });
});
