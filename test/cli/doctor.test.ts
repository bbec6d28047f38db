import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
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

  it('finds Codex where the PATH has another case, as on Windows', async () => {
    const bin = join(folder, 'cases', 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'codex'), '#!/bin/sh\necho codex-cli 0.171.0\n');
    chmodSync(join(bin, 'codex'), 0o755);
    const { env } = process;
    const get = (variables: NodeJS.ProcessEnv, name: string) => variables[name === 'PATH' ? 'Path' : name];
    const others = Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'PATH'));
    process.env = new Proxy<NodeJS.ProcessEnv>({ ...others, Path: bin, CODEX_HOME: folder }, { get });
    onTestFinished(() => void (process.env = env));
    const { lines } = await codexOtel(['doctor']);
    expect(lines.filter((line) => line.includes('Codex 0.171.0'))).toHaveLength(1);
  });

  it('names the Codex that comes first on the PATH and those behind it, each file once', async () => {
    const [first, second] = ['first', 'second'].map((name) => join(folder, 'several', name)) as [string, string];
    for (const bin of [first, second]) {
      mkdirSync(bin, { recursive: true });
      writeFileSync(join(bin, 'codex'), '#!/bin/sh\necho codex-cli 0.171.0\n');
      chmodSync(join(bin, 'codex'), 0o755);
    }
    mkdirSync(join(folder, 'several', 'bin'), { recursive: true });
    symlinkSync(join(second, 'codex'), join(folder, 'several', 'bin', 'codex'));
    writeFileSync(join(folder, 'several', 'codex'), 'not a program');
    const PATH = [join(folder, 'several'), first, join(folder, 'several', 'bin'), second].join(':');
    const { about } = await doctor('several', { PATH, OTEL_SDK_DISABLED: 'true' });
    expect(about('Codex 0.171.0')).toEqual([
      expect.stringContaining(`${join(first, 'codex')}: codex-otel run observes it`),
      `ok    Codex 0.171.0, ${join(folder, 'several', 'bin', 'codex')} comes later on the PATH.`,
    ]);
  });

  it('says that Codex is not there, was not used, and left the socket of its server', async () => {
    const env = { PATH: join(folder, 'none'), OTEL_SDK_DISABLED: 'true' };
    const { lines } = await doctor('none', { ...env, CODEX_HOME: join(folder, 'nowhere') });
    expect(lines).toContain('note  There is no codex on the PATH.');
    expect(lines).toContain('note  No local server of Codex runs.');
    expect(lines).toContainEqual(expect.stringMatching(/^note {2}There is no .*nowhere: Codex was not used yet/));
    const left = join(folder, 'left', 'home');
    mkdirSync(join(left, 'app-server-control'), { recursive: true });
    writeFileSync(join(left, 'app-server-control', 'app-server-control.sock'), '');
    writeFileSync(join(left, 'archived_sessions'), 'no folder');
    const { lines: found } = await doctor('left', env);
    expect(found).toContainEqual(
      expect.stringMatching(/^note {2}No local server of Codex runs; .*\.sock is left of one/),
    );
    expect(found).toContainEqual(expect.stringMatching(/^wrong The rollouts in .* cannot be read/));
  });

  it('says what is not sent, because the environment names another exporter', async () => {
    const env = { OTEL_TRACES_EXPORTER: 'console', OTEL_LOGS_EXPORTER: 'none' };
    const { about } = await doctor('exporters', env);
    expect(about('EXPORTER')).toEqual([
      'note  Spans are printed: OTEL_TRACES_EXPORTER says so.',
      'note  Events are not sent: OTEL_LOGS_EXPORTER says so.',
    ]);
  });

  describe('about the OpenTelemetry of the project in this folder', () => {
    /** The finding for a project with these packages. */
    async function inProject(versions: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
      const project = mkdtempSync(join(folder, 'project-'));
      for (const [name, version] of Object.entries(versions)) {
        const home = join(project, 'node_modules', '@opentelemetry', name);
        mkdirSync(home, { recursive: true });
        writeFileSync(join(home, 'package.json'), version === undefined ? '' : JSON.stringify({ version }));
      }
      vi.spyOn(process, 'cwd').mockReturnValue(project);
      const { about } = await doctor('project', { OTEL_SDK_DISABLED: 'true' });
      return about('OpenTelemetry is')[0] ?? about('@opentelemetry/')[0];
    }
    afterEach(() => void vi.restoreAllMocks());

    it.each([
      [{}, 'note  No OpenTelemetry is installed for a host in this folder; the command has its own.'],
      [{ api: undefined }, 'note  No OpenTelemetry is installed for a host in this folder; the command has its own.'],
      [{ api: '1.9.1' }, 'ok    @opentelemetry/api 1.9.1: a host in this folder can register CodexInstrumentation.'],
      [{ api: '1.9.1', 'sdk-trace-node': '2.12.0' }, /^ok .*sdk-trace-node 2\.12\.0 \(SDK 2\.x\): a host/],
      [{ api: '1.10.0', 'sdk-trace': '3.1.0' }, /^ok .*sdk-trace 3\.1\.0 \(SDK 3\.x\): a host/],
      [{ api: '1.10.0', 'sdk-trace-base': '2.12.0' }, /^wrong .*SDK 2\.x needs @opentelemetry\/api below 1\.10\./],
      [{ api: '1.9.1', 'sdk-trace': '3.1.0' }, /^wrong .*SDK 3\.x needs @opentelemetry\/api 1\.10 or newer\./],
    ])('judges %j', async (versions, finding) => {
      const found = await inProject(versions);
      if (typeof finding === 'string') expect(found).toBe(finding);
      else expect(found).toMatch(finding);
    });
  });

  it('shows its usage for words that it does not know', async () => {
    const { status, stderr } = await codexOtel(['doctor', 'me']);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: codex-otel doctor');
  });
});
