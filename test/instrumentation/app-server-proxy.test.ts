import { spawn, type ChildProcess } from 'node:child_process';
import { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { RECORDINGS } from '../parity/recordings.js';
import { wireFile } from './conversation.js';
import { CODEX } from './host.js';
import { Observed, Replayed } from './telemetry.js';
import { playOverWebSockets } from './web-socket-session.js';

/** The WebSocket that a host opens on the standard streams of `codex app-server proxy`. */
function connectThroughProxy(url: string, handOver?: (child: ChildProcess) => void): WebSocket {
  const child = spawn(CODEX, ['app-server', 'proxy', '--sock', new URL(url).port], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  handOver?.(child);
  // Its types want a socket; it takes any stream.
  const createConnection = () => Duplex.from({ readable: child.stdout, writable: child.stdin });
  return new WebSocket(url, { createConnection: createConnection as never });
}

describe.each(RECORDINGS.filter((name) => name.includes('/ws-')))(
  'codex app-server proxy in a host: %s',
  (recording) => {
    it('makes the spans and events of the WebSocket on its streams', async () => {
      const observed = new Observed();
      await playOverWebSockets(wireFile(recording), { connect: (url) => connectThroughProxy(url) });
      observed.codex.disable();
      const replayed = await Replayed.from(wireFile(recording));
      expect(observed.names.toSorted()).toEqual(replayed.names.toSorted());
      expect(observed.types.toSorted()).toEqual(replayed.types.toSorted());
      expect(observed.codex.counters.total('lines.broken')).toBe(0);
    });

    it('makes each span once, also when the host hands over the process and the WebSocket', async () => {
      const observed = new Observed();
      await playOverWebSockets(wireFile(recording), {
        connect: (url) => {
          const socket = connectThroughProxy(url, (child) => observed.codex.observeChildProcess(child));
          observed.codex.observeWebSocket(socket);
          return socket;
        },
      });
      observed.codex.disable();
      const replayed = await Replayed.from(wireFile(recording));
      expect(observed.names.toSorted()).toEqual(replayed.names.toSorted());
      expect(observed.types.toSorted()).toEqual(replayed.types.toSorted());
    });
  },
);

it('a proxy whose streams carry lines of JSON is observed from initialize on', async () => {
  const observed = new Observed();
  const child = spawn(CODEX, ['app-server', 'proxy', '--echo'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdout.resume();
  child.stdin.write('{"id":0,"method":"initialize","params":{}}\n');
  expect(observed.codex.counters.total('messages.seen')).toBe(1);
  child.stdin.end();
  await new Promise((resolve) => child.once('close', resolve));
});
