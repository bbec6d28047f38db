import { beforeEach, describe, expect, it } from 'vitest';
import { Observed, registerContext } from './telemetry.js';
import { arrived, HOST_TRACE, hostContext, openThread, sent, turnStart, under } from './thread-server.js';

beforeEach(() => registerContext());

describe('a chunk with requests', () => {
  const request = '{"method":"x","id":1}\n';
  const changed = `{"method":"x","id":1${HOST_TRACE}}\n`;
  const heard = async (...chunks: (string | Buffer)[]) => {
    new Observed();
    const child = await openThread();
    return under(hostContext, () => sent(child, ...chunks));
  };

  it('gets a member in each of several requests', async () => {
    expect(await heard(`${request}{"method":"initialized"}\n\n${request}${request}`)).toBe(
      `${changed}{"method":"initialized"}\n\n${changed}${changed}`,
    );
  });

  it('leaves a request unchanged that ends in the next chunk', async () => {
    expect(await heard(`${request}{"method":"x",`, `"id":2}\n${request}`)).toBe(
      `${changed}{"method":"x","id":2}\n${changed}`,
    );
  });

  it('leaves a piece of a request unchanged that looks like a whole one', async () => {
    expect(await heard('{"method":"x","params":', '{"method":"x","id":1}', ',"id":2}\n')).toBe(
      '{"method":"x","params":{"method":"x","id":1},"id":2}\n',
    );
  });

  it('gets a member in a whole request whose line feed follows in the next chunk', async () => {
    expect(await heard('{"method":"x","id":1}', '\n', request)).toBe(changed + changed);
  });

  it('may end within a UTF-8 character', async () => {
    const bytes = Buffer.from(`{"method":"größe","id":1}\n${request}`);
    expect(await heard(bytes.subarray(0, 14), bytes.subarray(14))).toBe(`{"method":"größe","id":1}\n${changed}`);
  });

  it('gets a member if it is written by end()', async () => {
    new Observed();
    const child = await openThread();
    const last = () => arrived(child, () => void child.stdin!.end(request));
    expect(await under(hostContext, last)).toBe(changed);
  });

  it('gets a member if it is written in Base64', async () => {
    new Observed();
    const child = await openThread();
    const base64 = () => arrived(child, () => child.stdin!.write(Buffer.from(request).toString('base64'), 'base64'));
    expect(await under(hostContext, base64)).toBe(changed);
  });

  it('is observed as it was written although the host uses its buffer again', async () => {
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
