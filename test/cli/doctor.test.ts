import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Receiver } from '../export/receiver.js';
import { temporaryFolder } from '../temporary-folder.js';
import { codexOtel } from './io.js';

const folder = temporaryFolder();

async function doctor(name: string, env: Readonly<Record<string, string>>, ...args: string[]) {
  const [bin, home] = [join(folder, name, 'bin'), join(folder, name, 'home')];
  mkdirSync(bin, { recursive: true });
  mkdirSync(join(home, 'sessions'), { recursive: true });
  const { status, lines } = await codexOtel(['doctor', ...args], {
    env: { PATH: `${bin}:/usr/bin:/bin`, CODEX_HOME: home, ...env },
  });
  const about = (text: string) => lines.filter((line) => line.includes(text));
  return { status, lines, about, bin, home };
}

describe.skipIf(process.platform === 'win32')('codex-otel doctor', () => {
  it('says what is there and where it would be sent, and asks the receiver', async () => {
    await using receiver = await Receiver.start();
    const bin = join(folder, 'all', 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'codex'), '#!/bin/sh\necho codex-cli 0.171.0\n');
    chmodSync(join(bin, 'codex'), 0o755);
    const home = join(folder, 'all', 'home');
    mkdirSync(join(home, 'app-server-control'), { recursive: true });
    const daemon = createServer().listen(join(home, 'app-server-control', 'app-server-control.sock'));
    const { status, about } = await doctor('all', {}, '--endpoint', receiver.url);
    daemon.close();
    expect(about('Codex 0.171.0')).toEqual([
      expect.stringMatching(/^ok {4}Codex 0\.171\.0, .*bin\/codex: codex-otel run/),
    ]);
    expect(about('0 rollouts in')).toHaveLength(1);
    expect(about('local server')).toEqual([expect.stringMatching(/^ok {4}A local server of Codex answers/)]);
    expect(about('which takes them')).toHaveLength(2);
    expect(receiver.requests.map(({ items }) => items)).toEqual([0, 0]);
    expect(about('@opentelemetry/api')).toHaveLength(1);
    expect(status).toBe(0);
  });

  it('fails where no receiver answers, and where a variable cannot be followed', async () => {
    const env = { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' };
    const { status, about } = await doctor('down', env, '--endpoint', 'http://127.0.0.1:1');
    expect(status).toBe(1);
    expect(about('connection refused')).toHaveLength(2);
    expect(about('OTEL_EXPORTER_OTLP_PROTOCOL=grpc')).toEqual([expect.stringMatching(/^wrong /)]);
  });

  it('fails where a Codex does not print its version, and where everything is switched off', async () => {
    const bin = join(folder, 'broken', 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'codex'), '#!/bin/sh\nexit 1\n');
    chmodSync(join(bin, 'codex'), 0o755);
    const { status, about } = await doctor('broken', { OTEL_SDK_DISABLED: 'true' });
    expect(status).toBe(1);
    expect(about('does not print its version')).toHaveLength(1);
    expect(about('OTEL_SDK_DISABLED')).toEqual(['wrong OTEL_SDK_DISABLED is true: nothing is sent.']);
  });

  it('shows its usage for words that it does not know', async () => {
    const { status, stderr } = await codexOtel(['doctor', 'me']);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: codex-otel doctor');
  });
});
