import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { RECORDINGS } from '../parity/recordings.js';
import { pass } from './by-hand.js';
import { conversation, wireFile } from './conversation.js';
import { EventTargetSocket } from './event-target-socket.js';
import { spawnCodex } from './host.js';
import { Observed, registerContext, Replayed } from './telemetry.js';
import { playOverWebSockets } from './web-socket-session.js';

/** A conversation that passes the observer more than once makes each span and each event once. */

const overWebSockets = RECORDINGS.filter((recording) => recording.includes('/ws-'));

async function expectOnce(observed: Observed, recording: string): Promise<void> {
  observed.codex.disable();
  const replayed = await Replayed.from(wireFile(recording));
  expect(observed.names.toSorted()).toEqual(replayed.names.toSorted());
  expect(observed.types.toSorted()).toEqual(replayed.types.toSorted());
  expect(observed.codex.counters.get('messages.skipped', 'mirrored')).toBeGreaterThan(0);
}

describe.each(overWebSockets)('a connection with both ends in one process is observed once: %s', (recording) => {
  it('sockets of `ws`', async () => {
    const observed = new Observed();
    await playOverWebSockets(wireFile(recording), {
      connect: (url) => {
        const socket = new WebSocket(url);
        observed.codex.observeWebSocket(socket);
        return socket;
      },
      accepted: (socket) => observed.codex.observeWebSocket(socket),
    });
    await expectOnce(observed, recording);
  });

  it("a client's socket of Node's shape", async () => {
    vi.stubGlobal('WebSocket', EventTargetSocket);
    const observed = new Observed();
    await playOverWebSockets(wireFile(recording), {
      connect: (url) => new globalThis.WebSocket(url),
      accepted: (socket) => observed.codex.observeWebSocket(socket),
    });
    vi.unstubAllGlobals();
    await expectOnce(observed, recording);
  });
});

it("a request from one end carries the thread's initialisation, whose response was observed at the other end", async () => {
  registerContext();
  const observed = new Observed();
  const [recording = ''] = overWebSockets;
  const heard: string[] = [];
  await playOverWebSockets(wireFile(recording), {
    connect: (url) => {
      const socket = new WebSocket(url);
      observed.codex.observeWebSocket(socket);
      return socket;
    },
    accepted: (socket) => {
      observed.codex.observeWebSocket(socket);
      socket.on('message', (data: Buffer) => void heard.push(String(data)));
    },
  });
  const initializations = observed.ofType('thread_initialization').map((span) => span.spanContext());
  const carried = heard
    .filter((text) => text.startsWith('{"method":"turn/start"'))
    .map((text) => (JSON.parse(text) as { trace?: { traceparent: string } }).trace?.traceparent);
  expect(carried.length).toBeGreaterThan(0);
  for (const traceparent of carried)
    expect(initializations.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`)).toContain(traceparent);
  await expectOnce(observed, recording);
});

/** A host between a WebSocket client and an app-server of its own: it forwards each message as soon as it has it. */
async function proxy(recording: string, observe: (socket: WebSocket) => void): Promise<WebSocketServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    observe(socket);
    const child = spawnCodex(recording);
    let rest = '';
    socket.on('message', (data: Buffer) => child.stdin!.write(`${data.toString('utf8')}\n`));
    socket.on('close', () => child.stdin!.end());
    child.on('close', () => server.close());
    child.stdout!.setEncoding('utf8');
    child.stdout!.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) socket.send(line);
    });
  });
  return server;
}

/** Plays the recorded client, over a WebSocket, to its end. */
async function playClient(server: WebSocketServer, recording: string, observe: (socket: WebSocket) => void) {
  const steps = conversation(recording);
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  observe(client);
  const say = () => {
    while (steps[0]?.from === 'client') client.send(steps.shift()!.text);
    if (steps.length === 0) client.close();
  };
  client.on('message', () => {
    steps.shift();
    say();
  });
  client.on('open', say);
  await once(server, 'close');
}

describe.each([
  '0.131.0/hooks-failed',
  '0.147.0/review-detached',
  '0.169.0/approval-accept',
  '0.169.0/collab-spawn-wait-close',
  '0.169.0/goals',
  '0.169.0/plain-turn',
  '0.169.0/steer-accepted',
])('a proxy within the host is observed once: %s', (recording) => {
  // At the time of the recording: a goal that is older than its thread was reported before.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: conversation(recording)[0]!.at }));
  afterEach(() => void vi.useRealTimers());

  it('with both its sides observed', async () => {
    const observed = new Observed();
    const server = await proxy(recording, (socket) => observed.codex.observeWebSocket(socket));
    await playClient(server, recording, () => {});
    await expectOnce(observed, recording);
  });

  it('with both its sides and its client observed', async () => {
    const observed = new Observed();
    const observe = (socket: WebSocket) => void observed.codex.observeWebSocket(socket);
    await playClient(await proxy(recording, observe), recording, observe);
    await expectOnce(observed, recording);
  });
});

it('a gateway that forwards one server to several clients is observed once', async () => {
  const recording = '0.169.0/collab-spawn-wait-close';
  const observed = new Observed();
  const server = observed.codex.connect({ server: 'codex' });
  const [asking, listening] = [1, 2].map(() => observed.codex.connect({ server: 'gateway', transport: 'websocket' }));
  for (const step of conversation(recording)) {
    if (step.from === 'client') {
      pass(asking!, step);
      pass(server, step);
    } else for (const connection of [server, listening!, asking!]) pass(connection, step);
  }
  server.close();
  await expectOnce(observed, recording);
});

it('two clients that open one thread at the same moment are two initialisations, observed at both ends', async () => {
  const recording = '0.169.0/plain-turn';
  const steps = conversation(recording);
  const observed = new Observed();
  let at = 1_795_400_000_000;
  const connect = (server: string) => observed.codex.connect({ server, transport: 'websocket', now: () => (at += 1) });
  const [inner, other] = [connect('inner'), connect('inner')];
  const [outer, otherOuter] = [connect('outer'), connect('outer')];
  const said = (text: string) => steps.find((step) => step.text.startsWith(text))!;
  const start = said('{"method":"thread/start"');
  const opened = said('{"id":2,');
  const request = { ...start, text: start.text.replace('thread/start', 'thread/resume') };
  for (const connection of [otherOuter, other, outer, inner]) pass(connection, request);
  for (const connection of [inner, other, outer, otherOuter]) pass(connection, opened);
  for (const step of steps.slice(steps.indexOf(opened) + 1))
    for (const connection of step.from === 'client' ? [outer, inner] : [inner, other, outer, otherOuter])
      pass(connection, step);
  observed.codex.disable();
  expect(observed.names).toEqual(['codex.thread resume', 'codex.thread resume', 'invoke_agent codex', 'codex.thread']);
});
