import { describe, expect, it } from 'vitest';
import { recognize, type Recognized } from '../../src/instrumentation/recognize.js';

const npm = '/srv/app/node_modules/@openai/codex/bin/codex.js';

const commandLines: [commandLine: string[], as: Recognized][] = [
  [['codex', 'app-server'], 'app-server'],
  [['codex', '-c', 'model="gpt-5.5"', 'app-server', '--listen', 'stdio://'], 'app-server'],
  [['/usr/local/bin/codex', 'app-server'], 'app-server'],
  [['/opt/my tools/codex', 'app-server'], 'app-server'],
  [['./codex-x86_64-unknown-linux-musl', 'app-server'], 'app-server'],
  [['C:\\Program Files\\OpenAI\\codex.exe', 'app-server'], 'app-server'],
  [['C:\\Users\\me\\AppData\\Roaming\\npm\\codex.cmd', 'app-server'], 'app-server'],
  [['codex-aarch64-pc-windows-msvc.exe', 'app-server'], 'app-server'],
  [['C:\\Tools\\CODEX.EXE', 'app-server'], 'app-server'],
  [['powershell.exe', '-NoProfile', '-File', 'C:\\npm\\codex.ps1', 'app-server'], 'app-server'],
  [['npx', 'codex', 'app-server'], 'app-server'],
  [['npx', '--yes', '@openai/codex', 'app-server'], 'app-server'],
  [['npx', '-y', '@openai/codex@0.169.0', 'app-server'], 'app-server'],
  [['pnpm', 'dlx', '@openai/codex@latest', 'app-server'], 'app-server'],
  [['node', npm, 'app-server'], 'app-server'],
  [['/usr/bin/node', '--enable-source-maps', npm, 'app-server'], 'app-server'],
  [['node', 'C:\\app\\node_modules\\@openai\\codex\\bin\\codex.js', 'app-server'], 'app-server'],
  [['sh', '-c', 'codex app-server'], 'app-server'],
  [['/bin/bash', '-lc', 'cd /srv && exec "codex" app-server 2>log'], 'app-server'],
  [['/bin/sh', '-c', "CODEX_HOME=/x '/opt/codex' app-server; echo $?"], 'app-server'],
  [['cmd.exe', '/d', '/s', '/c', '"codex app-server"'], 'app-server'],
  [['pwsh', '-Command', 'codex app-server'], 'app-server'],
  [['env', 'RUST_LOG=debug', 'codex', 'app-server'], 'app-server'],
  [['docker', 'run', '-i', 'image', 'codex', 'app-server'], 'app-server'],

  // What our own proxy runs it observes itself.
  [['codex-otel', 'run', '--', 'codex', 'app-server'], 'proxy'],
  [['npx', 'opentelemetry-instrumentation-codex', 'run', '--record', 'x', '--', 'codex', 'app-server'], 'proxy'],
  [['node', '/x/node_modules/opentelemetry-instrumentation-codex/dist/cli.js', 'run', '--', 'codex'], 'proxy'],
  [['docker', 'run', '-i', 'image', 'codex-otel', 'run', '--', 'codex', 'app-server'], 'proxy'],
  [['sh', '-c', 'codex-otel run -- codex app-server'], 'proxy'],
  [['codex-otel', 'replay', 'session.jsonl'], undefined],

  [['codex', 'exec', '--json', 'fix it'], 'exec'],
  [['codex', '--cd', '/srv', 'exec', 'fix it'], 'exec'],
  [['node', npm, 'exec', '--experimental-json'], 'exec'],
  [['sh', '-c', 'codex exec "fix the app-server"'], 'exec'],
  [['codex', 'exec', 'app-server'], 'exec'],

  [['codex'], undefined],
  [['codex', 'login'], undefined],
  [['codex', 'mcp-server'], undefined],
  [['my-codex-wrapper', 'app-server'], undefined],
  [['codexx', 'app-server'], undefined],
  [['app-server'], undefined],
  [['app-server', 'codex'], undefined],
  [['git', 'commit', '-m', 'Start codex app-server with the host'], undefined],
  [['sh', '-c', 'echo hello'], undefined],
  [['/srv/codex/run.sh', 'app-server'], undefined],
];

describe('a command line', () => {
  it.each(commandLines)('%j is taken for: %s', (commandLine, as) => {
    const [file = ''] = commandLine;
    expect(recognize({ file, args: commandLine })).toBe(as);
  });
});
