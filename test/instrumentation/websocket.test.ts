import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { RECORDINGS } from '../parity/recordings.js';
import { temporaryFolder } from '../temporary-folder.js';
import { conversation, wireFile } from './conversation.js';
import { EventTargetSocket } from './event-target-socket.js';
import { messagesIn, recordLive } from './record-live.js';
import { afterThisTest, Observed, registerContext, Replayed } from './telemetry.js';
import { playOverWebSockets } from './web-socket-session.js';

const ONE_CLIENT = '0.169.0/ws-client-leaves-mid-turn';
const overWebSockets = RECORDINGS.filter((recording) => recording.includes('/ws-'));

const folder = temporaryFolder();
afterEach(() => vi.unstubAllGlobals());

const connect = (url: string) => new WebSocket(url);

/** Observes a session while it is played; that is as good as a replay of its wire log, and of the recorded one. */
async function observe(recording: string, play: (live: Observed) => Promise<void>): Promise<void> {
  const { live, said } = await recordLive(folder, async (observed) => {
    await play(observed);
    observed.codex.disable();
  });
  expect(said).toEqual(messagesIn(conversation(recording)));
  const { names, types } = await Replayed.from(wireFile(recording));
  expect(live.names).toEqual(names);
  expect(live.types).toEqual(types);
}

describe.each(overWebSockets)('%s', (recording) => {
  beforeEach(() => registerContext());

  it("is observed at the clients' ends", async () => {
    await observe(recording, ({ codex }) =>
      playOverWebSockets(wireFile(recording), {
        connect: (url) => {
          const socket = connect(url);
          codex.observeWebSocket(socket);
          return socket;
        },
      }),
    );
  });

  it("is observed at the server's ends", async () => {
    await observe(recording, ({ codex }) =>
      playOverWebSockets(wireFile(recording), { connect, accepted: (socket) => codex.observeWebSocket(socket) }),
    );
  });

  it("is observed at the ends of a socket of Node's shape, by itself", async () => {
    vi.stubGlobal('WebSocket', EventTargetSocket);
    await observe(recording, () =>
      playOverWebSockets(wireFile(recording), { connect: (url) => new globalThis.WebSocket(url) }),
    );
  });
});

/** A connection on loopback; the server's end keeps what it hears. */
async function openPair() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  afterThisTest(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[WebSocket]>;
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const [peer] = await accepted;
  const heard: { data: Buffer; isBinary: boolean }[] = [];
  peer.on('message', (data: Buffer, isBinary) => void heard.push({ data, isBinary }));
  if (client.readyState !== WebSocket.OPEN) await once(client, 'open');
  return { client, peer, heard };
}

/** Waits until both ends have received everything that was sent. */
async function settled({ client, peer }: { client: WebSocket; peer: WebSocket }): Promise<void> {
  for (const end of [client, peer]) {
    end.ping();
    await once(end, 'pong');
  }
}

const [initialize] = conversation(ONE_CLIENT).map(({ text }) => text);
const isObserved = (socket: object) =>
  Object.hasOwn(socket, 'send') || Reflect.ownKeys(socket).some((key) => String(key).includes('codex'));

describe('a socket', () => {
  it.each(['{"method":"chat","params":{}}', 'hello', '{"id":1,"result":{}}', '{"method":"initialized"}'])(
    'that begins with %j is released, unobserved',
    async (first) => {
      const { codex } = new Observed();
      const pair = await openPair();
      const listeners = pair.client.listenerCount('message');
      codex.observeWebSocket(pair.client);
      codex.observeWebSocket(pair.peer);
      expect(isObserved(pair.client) && isObserved(pair.peer)).toBe(true);
      pair.client.send(first);
      await settled(pair);
      expect(isObserved(pair.client) || isObserved(pair.peer)).toBe(false);
      expect(pair.client.listenerCount('message')).toBe(listeners);
      expect(pair.heard.map(({ data }) => String(data))).toEqual([first]);
      expect([...codex.counters]).toEqual([]);
    },
  );

  it('is observed from its first message, whatever that is, where its side is given', async () => {
    const observed = new Observed();
    const pair = await openPair();
    observed.codex.observeWebSocket(pair.client, { side: 'client' });
    const release = observed.codex.observeWebSocket(pair.peer, { side: 'server', server: 'another' });
    release();
    pair.client.send('{"method":"initialized"}');
    await settled(pair);
    expect(observed.codex.counters.get('messages.seen')).toBe(1);
  });

  it('is observed once, however often it is handed over', async () => {
    const observed = new Observed();
    const other = new Observed();
    const pair = await openPair();
    observed.codex.observeWebSocket(pair.client);
    observed.codex.observeWebSocket(pair.client)();
    other.codex.observeWebSocket(pair.client);
    pair.client.send(initialize!);
    await settled(pair);
    expect(observed.codex.counters.get('messages.seen')).toBe(1);
    expect(other.codex.counters.get('messages.seen')).toBe(0);
  });

  it('may be observed again after it was released', async () => {
    const { codex } = new Observed();
    const pair = await openPair();
    const release = codex.observeWebSocket(pair.client);
    release();
    release();
    expect(isObserved(pair.client)).toBe(false);
    codex.observeWebSocket(pair.client);
    pair.client.send(initialize!);
    await settled(pair);
    expect(codex.counters.get('messages.seen')).toBe(1);
  });

  it('is released when it closes, and not observed once it is closed', async () => {
    const { codex } = new Observed();
    const pair = await openPair();
    codex.observeWebSocket(pair.client);
    pair.client.close();
    await once(pair.client, 'close');
    expect(isObserved(pair.client)).toBe(false);
    codex.observeWebSocket(pair.client);
    expect(isObserved(pair.client)).toBe(false);
  });

  it('is released when the instrumentation is disabled', async () => {
    const { codex } = new Observed();
    const pair = await openPair();
    codex.observeWebSocket(pair.client);
    pair.client.send(initialize!);
    codex.disable();
    expect(isObserved(pair.client)).toBe(false);
    pair.client.send('{"method":"initialized"}');
    await settled(pair);
    expect(pair.heard).toHaveLength(2);
    expect(codex.counters.get('messages.seen')).toBe(1);
  });

  it('does not see a message that the socket refuses before it is open', async () => {
    const { codex } = new Observed();
    const socket = new WebSocket('ws://127.0.0.1:9/');
    socket.on('error', () => {});
    codex.observeWebSocket(socket);
    expect(() => socket.send(initialize!)).toThrow('CONNECTING');
    await new Promise((resolve) => socket.on('close', resolve));
    expect([...codex.counters]).toEqual([]);
  });

  it('does not see a message that the socket refuses while it closes', async () => {
    const { codex } = new Observed();
    const pair = await openPair();
    codex.observeWebSocket(pair.client);
    pair.client.close();
    const refused = new Promise((resolve) => pair.client.send(initialize!, resolve));
    expect(await refused).toBeInstanceOf(Error);
    expect([...codex.counters]).toEqual([]);
  });

  it('is observed before the listeners of the host, which may answer at once', async () => {
    const records: string[] = [];
    const { codex } = new Observed({
      recorder: { append: (record) => records.push('from' in record ? record.from : record.kind) },
    });
    const pair = await openPair();
    pair.peer.on('message', () => pair.peer.send('{"id":1,"result":{}}'));
    codex.observeWebSocket(pair.peer);
    pair.client.send(initialize!);
    await settled(pair);
    expect(records).toEqual(['open', 'client', 'server']);
  });

  it.each(['nodebuffer', 'arraybuffer', 'fragments'] as const)('may deliver its messages as %s', async (binaryType) => {
    const { codex } = new Observed();
    const pair = await openPair();
    pair.peer.binaryType = binaryType;
    codex.observeWebSocket(pair.peer);
    pair.client.send(Buffer.from(initialize!));
    await settled(pair);
    expect(codex.counters.get('messages.seen')).toBe(1);
  });

  it('ignores a Blob, whose bytes are not there at once', async () => {
    const { codex } = new Observed();
    const socket = Object.assign(new EventTarget(), { send: () => {} });
    codex.observeWebSocket(socket);
    socket.dispatchEvent(Object.assign(new Event('message'), { data: new Blob(['{}']) }));
    expect(isObserved(socket)).toBe(true);
    expect([...codex.counters]).toEqual([]);
  });
});

describe('a message of more than 16 MiB', () => {
  const tooLong = `{"method":"initialized","params":{"x":"${'x'.repeat(16 * 2 ** 20)}"}}`;
  class Socket extends EventTarget {
    send(_data: unknown): void {}
  }
  const deliver = (socket: EventTarget, data: unknown) =>
    socket.dispatchEvent(Object.assign(new Event('message'), { data }));

  it.each([
    ['text', tooLong],
    ['bytes', Buffer.from(tooLong)],
    ['parts', [Buffer.from(tooLong), Buffer.from('')]],
    ['text with fewer characters than bytes', `{"method":"initialized","x":"${'ü'.repeat(9 * 2 ** 20)}"}`],
  ])('is counted and not looked at, sent or received, as %s', (_, data) => {
    const { codex } = new Observed();
    const socket = new Socket();
    codex.observeWebSocket(socket, { side: 'client' });
    socket.send(data);
    deliver(socket, data);
    expect([...codex.counters].map(({ name, value }) => [name, value])).toEqual([['lines.oversized', 2]]);
    socket.send('{"method":"initialized"}');
    expect(codex.counters.get('messages.seen')).toBe(1);
  });

  it('that comes first is no initialize: its socket is released', () => {
    const { codex } = new Observed();
    const socket = new Socket();
    codex.observeWebSocket(socket);
    deliver(socket, tooLong);
    expect(isObserved(socket)).toBe(false);
  });
});

describe('trace context', () => {
  const HOST = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 };
  const parent = trace.setSpanContext(ROOT_CONTEXT, HOST);
  const member = `,"trace":{"traceparent":"00-${HOST.traceId}-${HOST.spanId}-01"}}`;

  it('is put into the requests of a client, text as text and bytes as bytes', async () => {
    registerContext();
    const { codex } = new Observed();
    const pair = await openPair();
    codex.observeWebSocket(pair.client);
    let calls = 0;
    context.with(parent, () => {
      pair.client.send(initialize!, () => (calls += 1));
      pair.client.send(Buffer.from('{"method":"x","id":2}'), { binary: true }, () => (calls += 1));
      pair.client.send('{"method":"initialized"}');
    });
    await settled(pair);
    expect(pair.heard.map(({ data, isBinary }) => [String(data), isBinary])).toEqual([
      [initialize!.replace(/\}$/, member), false],
      [`{"method":"x","id":2${member}`, true],
      ['{"method":"initialized"}', false],
    ]);
    expect(calls).toBe(2);
  });

  it('is not put into the messages of a server', async () => {
    registerContext();
    const { codex } = new Observed();
    const pair = await openPair();
    codex.observeWebSocket(pair.peer);
    pair.client.send(initialize!);
    await settled(pair);
    const heard = once(pair.client, 'message') as Promise<[Buffer]>;
    const ask = '{"method":"item/commandExecution/requestApproval","id":0}';
    context.with(parent, () => pair.peer.send(ask));
    expect(String((await heard)[0])).toBe(ask);
  });
});

it('observeWebSocket attaches to nothing while the instrumentation is disabled', async () => {
  const { codex } = new Observed({ enabled: false });
  const pair = await openPair();
  codex.observeWebSocket(pair.client, { side: 'client' })();
  expect(isObserved(pair.client)).toBe(false);
});
