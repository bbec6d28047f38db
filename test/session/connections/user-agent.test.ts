import { describe, expect, it } from 'vitest';
import { readUserAgent } from '../../../src/session/connections/user-agent.js';
import { cpuTime } from '../../cpu-time.js';

const agent = (originator: string, version: string, osVersion: string | null, arch: string) => ({
  originator,
  version,
  osVersion,
  arch,
});

describe('user agent of an app-server', () => {
  it.each<[what: string, userAgent: string, client: string | null, expected: ReturnType<typeof agent>]>([
    [
      'a plain one',
      'codex_vscode/0.171.0 (Debian 12.0.0; x86_64) xterm-256color (codex_vscode; 1.2.3)',
      'codex_vscode',
      agent('codex_vscode', '0.171.0', '12.0.0', 'x86_64'),
    ],
    [
      'without a terminal and a client',
      'codex_cli_rs/0.131.0 (Debian 12.0.0; x86_64)',
      null,
      agent('codex_cli_rs', '0.131.0', '12.0.0', 'x86_64'),
    ],
    [
      'of an alpha',
      'codex/0.169.0-alpha.3 (Mac OS 15.5.0; arm64) iTerm.app/3.5.14 (codex; 1)',
      'codex',
      agent('codex', '0.169.0-alpha.3', '15.5.0', 'aarch64'),
    ],
    [
      'of a build from source',
      'codex_vscode/0.0.0 (Debian 12.0.0; x86_64) dumb (codex_vscode; 1.2.3)',
      'codex_vscode',
      agent('codex_vscode', '0.0.0', '12.0.0', 'x86_64'),
    ],
    [
      'on Windows',
      'codex/0.171.0 (Windows 10.0.26100; x86_64) WindowsTerminal (codex; 1)',
      'codex',
      agent('codex', '0.171.0', '10.0.26100', 'x86_64'),
    ],
    [
      'on a rolling release',
      'codex/0.171.0 (Arch Linux Rolling Release; x86_64) dumb (codex; 1)',
      'codex',
      agent('codex', '0.171.0', 'Rolling Release', 'x86_64'),
    ],
    [
      'on a rolling release with a name',
      'codex/0.171.0 (openSUSE Rolling Release (2026.11.23); x86_64) dumb (codex; 1)',
      'codex',
      agent('codex', '0.171.0', 'Rolling Release (2026.11.23)', 'x86_64'),
    ],
    [
      'on an unknown system',
      'codex/0.171.0 (Linux Unknown; x86_64) dumb (codex; 1)',
      'codex',
      agent('codex', '0.171.0', 'Unknown', 'x86_64'),
    ],
    ['on a system without a version', 'codex/0.171.0 (; riscv64)', 'codex', agent('codex', '0.171.0', null, 'riscv64')],
    [
      'of a client whose name holds a version',
      'acme-agent/1.2.3/0.171.0 (Debian 12.0.0; x86_64) dumb (acme-agent/1.2.3; 1.2.3)',
      'acme-agent/1.2.3',
      agent('acme-agent/1.2.3', '0.171.0', '12.0.0', 'x86_64'),
    ],
    [
      'of a client whose name holds a version and parentheses',
      'acme/2.0.1 (beta; x)/0.171.0 (Debian 12.0.0; x86_64) dumb (acme/2.0.1 (beta; x); 1.2.3)',
      'acme/2.0.1 (beta; x)',
      agent('acme/2.0.1 (beta; x)', '0.171.0', '12.0.0', 'x86_64'),
    ],
    [
      'of a client whose name holds slashes and blanks',
      'IntelliJ IDEA 2026.2.1 / Codex (ACP)/0.171.0 (Debian 12.0.0; x86_64) dumb (IntelliJ IDEA 2026.2.1 / Codex (ACP); 1)',
      'IntelliJ IDEA 2026.2.1 / Codex (ACP)',
      agent('IntelliJ IDEA 2026.2.1 / Codex (ACP)', '0.171.0', '12.0.0', 'x86_64'),
    ],
    [
      'of a client whose name is not ASCII',
      'Código Agent ✨/0.171.0 (Debian 12.0.0; x86_64) dumb (Código Agent ✨; 1)',
      'Código Agent ✨',
      agent('Código Agent ✨', '0.171.0', '12.0.0', 'x86_64'),
    ],
    [
      'of a process that another client initialised first',
      'acme/2.0.1 (beta; x)/0.171.0 (Debian 12.0.0; x86_64) dumb (other; 1.0.0)',
      'other',
      agent('acme/2.0.1 (beta; x)', '0.171.0', '12.0.0', 'x86_64'),
    ],
    [
      'of a second client whose name is a user agent of its own',
      'first/0.171.0 (Debian 12.0.0; x86_64) dumb (second/9.9.9 (Plan 9.0; mips); 1.0.0)',
      'second/9.9.9 (Plan 9.0; mips)',
      agent('first', '0.171.0', '12.0.0', 'x86_64'),
    ],
    [
      'of a client without a name',
      'acme_process/0.131.0 (Debian 12.0.0; x86_64)',
      null,
      agent('acme_process', '0.131.0', '12.0.0', 'x86_64'),
    ],
  ])('is read: %s', (_what, userAgent, client, expected) => {
    expect(readUserAgent(userAgent, client)).toEqual(expected);
  });

  it.each([
    '',
    'codex-companion-broker',
    'fake',
    'fake-codex/0.0.1',
    'curl/8',
    'codex/0.171.0',
    'codex/0.171 (Debian 12.0.0; x86_64)',
    'x/1.0.0 (no architecture)',
    '/0.171.0 (Debian 12.0.0; x86_64)',
    'codex/0.171.0 (Debian 12.0.0; )',
  ])('is not read where a gateway, or something else than Codex, answered: %j', (userAgent) => {
    expect(readUserAgent(userAgent, 'codex')).toBeNull();
    expect(readUserAgent(userAgent, null)).toBeNull();
  });

  it('is read in a time that does not grow with its square, whatever its parts are', () => {
    const LENGTH = 131_072;
    const fill = (part: string) => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);
    const steps: number[] = [];
    for (const part of [
      '/',
      '/0.1.2 (',
      '/0.1.2 (;',
      '/0.1.2 (a; b',
      '(',
      ' (codex; ',
      '; x)',
      '/1.1.1 (a;b',
      'a/0.0.0-',
    ])
      for (const client of [null, 'codex', part]) {
        const began = cpuTime();
        readUserAgent(fill(part), client);
        steps.push(cpuTime() - began);
      }
    // Quadratic time for 128 kB would take minutes.
    expect(Math.max(...steps)).toBeLessThan(2000);
  });

  it('is read to its end where only its client has a long name', () => {
    const name = 'x'.repeat(2_000);
    const userAgent = `${name}/0.171.0 (Debian 12.0.0; x86_64) dumb (${name}; 1.0.0)`;
    expect(readUserAgent(userAgent, name)).toEqual(agent(name, '0.171.0', '12.0.0', 'x86_64'));
  });
});
