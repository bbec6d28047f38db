import { expect, it } from 'vitest';
import type { ByHandConnection } from '../../../src/instrumentation/sources/by-hand.js';
import { connectLate } from '../../../src/watch/relay/late-connection.js';

function observer() {
  const seen: [string, number][] = [];
  const connect = ({ now }: { now?: (() => number) | undefined }): ByHandConnection => {
    const see = (what: string) => void seen.push([what, now!()]);
    see('open');
    return {
      fromClient: (chunk) => see(`client ${String(chunk)}`),
      fromServer: (chunk) => see(`server ${String(chunk)}`),
      close: () => see('close'),
    };
  };
  return { seen, connect };
}

it('a connection observes what passed before its observer was there, in order and with its time, and then the rest', async () => {
  const { seen, connect } = observer();
  let load: (to: typeof connect) => void;
  const before = Date.now();
  const connection = connectLate(new Promise((resolve) => (load = resolve)));
  connection.fromClient('1');
  connection.fromServer('2');
  const between = Date.now();
  await expect.poll(() => Date.now()).toBeGreaterThan(between);
  expect(seen).toEqual([]);
  load!(connect);
  await expect.poll(() => seen.length).toBe(3);
  connection.fromClient('3');
  connection.close();
  expect(seen.map(([what]) => what)).toEqual(['open', 'client 1', 'server 2', 'client 3', 'close']);
  for (const [, at] of seen.slice(0, 3)) expect(at >= before && at <= between).toBe(true);
  for (const [, at] of seen.slice(3)) expect(at).toBeGreaterThan(between);
});

it('a connection drops what passes where no observer comes', async () => {
  const nobody = Promise.resolve(undefined);
  const connection = connectLate(nobody);
  connection.fromClient('1');
  await nobody;
  connection.close();
});
