import { existsSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ByHandConnection } from '../../../src/instrumentation/sources/by-hand.js';
import { Relay } from '../../../src/watch/relay/relay.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { frame, MASK, REQUEST_HEAD, RESPONSE_HEAD } from '../../wire/frame.js';
import { FakeServer, nextMessage, openClient } from './fake-server.js';

const folder = temporaryFolder();
let paths = 0;
const newPath = (name: string) => join(folder, `${name}${(paths += 1)}`);

class Chunks {
  readonly #chunks: Buffer[] = [];
  length = 0;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.length += chunk.length;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  get text(): string {
    return this.bytes.toString('latin1');
  }
}

/** The bytes of both directions that the relay handed over. */
class Copy implements ByHandConnection {
  readonly client = new Chunks();
  readonly server = new Chunks();
  isClosed = false;

  fromClient(chunk: Buffer): void {
    this.client.push(chunk);
  }

  fromServer(chunk: Buffer): void {
    this.server.push(chunk);
  }

  close(): void {
    this.isClosed = true;
  }
}

/** A relay on a Unix socket before another, and the copies of what passed. */
async function relayTo(upstream: string) {
  const copies: Copy[] = [];
  const observe = () => {
    const copy = new Copy();
    copies.push(copy);
    return copy;
  };
  const path = newPath('relay');
  const relay = await Relay.start({ listen: { path }, upstream: () => Promise.resolve({ path: upstream }), observe });
  return { path, copies, relay, [Symbol.asyncDispose]: () => relay.close() };
}

/** A server of plain sockets that are half open, and its first connection. */
async function rawServer() {
  const path = newPath('raw');
  let connected: (socket: Socket) => void;
  const first = new Promise<Socket>((resolve) => (connected = resolve));
  const server = createServer({ allowHalfOpen: true }, (socket) => connected(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const dispose = async () => {
    (await first).destroy();
    server.close();
  };
  return { path, first, [Symbol.asyncDispose]: dispose };
}

const rawClient = (path: string) => connect({ path, allowHalfOpen: true }).on('error', () => undefined);

class Received extends Chunks {
  hasEnded = false;
}

/** Collects the bytes of a socket. */
function received(socket: Socket): Received {
  const all = new Received();
  socket.on('data', (chunk: Buffer) => all.push(chunk));
  socket.on('end', () => (all.hasEnded = true));
  return all;
}

describe('the relay', () => {
  it('passes messages in both directions and gives a copy of them to the observer', async () => {
    await using server = await FakeServer.start(newPath('server'), (text) => `answer to ${text}`);
    await using relay = await relayTo(server.path);
    const client = await openClient(relay.path);
    client.send('{"id":1}');
    expect(await nextMessage(client)).toBe('answer to {"id":1}');
    expect(server.messages).toEqual(['{"id":1}']);
    const [copy] = relay.copies;
    expect(copy!.client.text).toMatch(/^GET \/rpc HTTP\/1\.1\r\n/);
    expect(copy!.server.text).toMatch(/^HTTP\/1\.1 101 [^]*answer to \{"id":1\}$/);
    client.close();
    await expect.poll(() => copy!.isClosed).toBe(true);
  });

  it('takes the offer of compression out of the head, in any case of letters, and no other header', async () => {
    await using server = await FakeServer.start(newPath('server'));
    await using relay = await relayTo(server.path);
    const offer = { 'X-Codex-App-Server-Compression': 'zstd-stream-v1' };
    const client = await openClient(relay.path, { ...offer, Authorization: 'Bearer x', 'X-Codex-Other': '1' });
    client.terminate();
    expect(server.heads).toEqual([expect.objectContaining({ authorization: 'Bearer x', 'x-codex-other': '1' })]);
    expect(server.heads[0]).not.toHaveProperty('x-codex-app-server-compression');
  });

  it('passes every other byte as it is, with frames cut in the middle', async () => {
    await using server = await rawServer();
    await using relay = await relayTo(server.path);
    const client = rawClient(relay.path);
    const [toServer, toClient] = [
      Buffer.concat([REQUEST_HEAD, frame('{"id":1}', { mask: MASK }), frame('x'.repeat(100_000), { isFinal: false })]),
      Buffer.concat([RESPONSE_HEAD, frame('{"id":1,"result":{}}'), Buffer.from([0xff, 0, 0xff])]),
    ];
    for (let at = 0; at < toServer.length; at += 7_919) client.write(toServer.subarray(at, at + 7_919));
    const [upstream, atClient] = [await server.first, received(client)];
    const atServer = received(upstream);
    upstream.write(toClient);
    await expect.poll(() => atServer.length).toBe(toServer.length);
    await expect.poll(() => atClient.length).toBe(toClient.length);
    expect([atServer.bytes.equals(toServer), atClient.bytes.equals(toClient)]).toEqual([true, true]);
    await expect.poll(() => relay.copies[0]!.client.bytes.equals(toServer)).toBe(true);
    client.destroy();
  });

  it('passes messages of more than 16 MiB, in one frame and in fragments', async () => {
    await using server = await FakeServer.start(newPath('server'), (text) => String(text.length));
    await using relay = await relayTo(server.path);
    const client = await openClient(relay.path);
    const text = 'x'.repeat(17 * 1024 * 1024);
    client.send(text);
    expect(await nextMessage(client)).toBe(String(text.length));
    client.send(text, { fin: false });
    client.send(text, { fin: true });
    expect(await nextMessage(client)).toBe(String(2 * text.length));
    server.sockets[0]!.send(text);
    expect(await nextMessage(client)).toBe(text);
    client.terminate();
  });

  it('slows a writer down to the pace of its reader', async () => {
    await using server = await rawServer();
    await using relay = await relayTo(server.path);
    const client = rawClient(relay.path);
    client.write(REQUEST_HEAD);
    const upstream = await server.first;
    client.pause();
    const total = 64 * 1024 * 1024;
    upstream.write(Buffer.alloc(total));
    // The relay has turned its event loop often by then; without back-pressure it would have read all of it.
    await using busy = await FakeServer.start(newPath('server'));
    await using other = await relayTo(busy.path);
    const pinging = await openClient(other.path);
    for (let round = 0; round < 300; round += 1) {
      pinging.send('{}');
      await nextMessage(pinging);
    }
    pinging.terminate();
    expect(relay.copies[0]!.server.length).toBeLessThan(total / 2);
    const atClient = received(client);
    client.resume();
    await expect.poll(() => atClient.length).toBe(total);
    client.destroy();
  });

  it('passes the end of one direction while the other goes on', async () => {
    await using server = await rawServer();
    await using relay = await relayTo(server.path);
    const client = rawClient(relay.path);
    client.write(REQUEST_HEAD);
    const upstream = await server.first;
    const [atServer, atClient] = [received(upstream), received(client)];
    client.end('last');
    await expect.poll(() => atServer.hasEnded).toBe(true);
    expect(atServer.text).toMatch(/last$/);
    upstream.write('still here');
    await expect.poll(() => atClient.text).toBe('still here');
    expect([atClient.hasEnded, relay.copies[0]!.isClosed]).toEqual([false, false]);
    upstream.end('bye');
    await expect.poll(() => atClient.hasEnded).toBe(true);
    expect(atClient.text).toBe('still herebye');
    await expect.poll(() => relay.copies[0]!.isClosed).toBe(true);
  });

  it.each(['client', 'server'])('closes both sides when the %s is gone', async (gone) => {
    await using server = await rawServer();
    await using relay = await relayTo(server.path);
    const client = rawClient(relay.path);
    client.write(REQUEST_HEAD);
    const upstream = await server.first;
    const [leaving, staying] = gone === 'client' ? [client, upstream] : [upstream, client];
    const atOther = received(staying);
    leaving.destroy();
    await expect.poll(() => atOther.hasEnded).toBe(true);
    staying.end();
    await expect.poll(() => relay.copies[0]!.isClosed).toBe(true);
  });

  it('passes requests that open no WebSocket, and observes none of them', async () => {
    await using server = await FakeServer.start(newPath('server'));
    await using relay = await relayTo(server.path);
    const status = await new Promise((resolve) =>
      request({ socketPath: relay.path, path: '/readyz' }, ({ statusCode }) => resolve(statusCode)).end(),
    );
    expect([status, relay.copies]).toEqual([200, []]);
  });

  it('passes bytes that are no request, and observes none of them', async () => {
    await using server = await rawServer();
    await using relay = await relayTo(server.path);
    const client = rawClient(relay.path);
    client.write('{"id":1}\n');
    const atServer = received(await server.first);
    client.end('{"id":2}\n');
    await expect.poll(() => atServer.hasEnded).toBe(true);
    expect([atServer.text, relay.copies]).toEqual(['{"id":1}\n{"id":2}\n', []]);
    (await server.first).end();
  });

  it('passes what a client sent before it ended within a head', async () => {
    await using server = await rawServer();
    await using relay = await relayTo(server.path);
    rawClient(relay.path).end('GET / HT');
    const atServer = received(await server.first);
    await expect.poll(() => atServer.hasEnded).toBe(true);
    expect(atServer.text).toBe('GET / HT');
    (await server.first).end();
  });

  it('closes a client at once when nobody listens behind it', async () => {
    await using relay = await relayTo(newPath('nobody'));
    const client = rawClient(relay.path).resume();
    await new Promise((resolve) => client.once('close', resolve).once('end', () => client.end()));
    expect(relay.copies).toEqual([]);
  });

  it('ends its connections and removes its socket when it is closed', async () => {
    await using server = await FakeServer.start(newPath('server'));
    const { relay, path, copies } = await relayTo(server.path);
    const client = await openClient(path);
    const closed = new Promise((resolve) => client.once('close', resolve));
    await relay.close();
    await closed;
    expect([existsSync(path), copies[0]!.isClosed]).toEqual([false, true]);
  });

  it('listens on a TCP port that it reports', async () => {
    await using server = await FakeServer.start(newPath('server'));
    const observe = () => ({ fromClient: () => undefined, fromServer: () => undefined, close: () => undefined });
    const relay = await Relay.start({
      listen: { host: '127.0.0.1', port: 0 },
      upstream: () => Promise.resolve({ path: server.path }),
      observe,
    });
    const status = await new Promise((resolve) =>
      request({ host: '127.0.0.1', port: relay.port }, ({ statusCode }) => resolve(statusCode)).end(),
    );
    expect(status).toBe(200);
    await relay.close();
  });

  it('keeps a client waiting until the app-server is there, and closes it where it never comes', async () => {
    await using server = await FakeServer.start(newPath('server'));
    const observe = () => new Copy();
    let isThere: (address: { path: string }) => void;
    const address = new Promise<{ path: string }>((resolve) => (isThere = resolve));
    const path = newPath('relay');
    const relay = await Relay.start({ listen: { path }, upstream: () => address, observe });
    const client = openClient(path);
    isThere!({ path: server.path });
    (await client).terminate();
    await relay.close();

    const upstream = () => Promise.reject(new Error('no app-server'));
    const alone = await Relay.start({ listen: { path }, upstream, observe });
    const refused = received(rawClient(path).resume());
    await expect.poll(() => refused.hasEnded).toBe(true);
    await alone.close();
  });

  it.skipIf(process.platform === 'win32')('listens on a Unix socket that its owner alone may connect to', async () => {
    await using relay = await relayTo(newPath('nobody'));
    expect(statSync(relay.path).mode & 0o777).toBe(0o600);
  });

  it('rejects with the reason when its address is taken', async () => {
    await using relay = await relayTo(newPath('server'));
    const again = Relay.start({
      listen: { path: relay.path },
      upstream: () => Promise.resolve({ path: relay.path }),
      observe: () => expect.fail('observed'),
    });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
