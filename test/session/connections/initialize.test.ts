import { describe, expect, it } from 'vitest';
import { Session } from '../session.js';

const clientInfo = { name: 'acme', version: '9.8.7' };

/** The facts of a thread whose client received this user agent. */
function initialized(userAgent: string | null, params: object = { clientInfo }) {
  const session = new Session();
  session
    .connect()
    .initialize({ capabilities: null, ...params }, { userAgent })
    .startThread();
  return session.facts('thread_initialization')[0]!;
}

describe('server', () => {
  it.each([
    ['codex_vscode/0.169.0 (Debian 12.0.0; x86_64) xterm (acme; 9.8.7)', '0.169.0', '12.0.0', 'x86_64'],
    ['codex_vscode/0.169.0-alpha.3 (Mac OS 15.5.0; arm64) iTerm.app/3.5', '0.169.0-alpha.3', '15.5.0', 'aarch64'],
    ['codex/1.0.0 (Windows 10.0.26100; x86_64) WindowsTerminal', '1.0.0', '10.0.26100', 'x86_64'],
    ['codex/1.0.0 (Arch Linux Rolling Release; x86_64)', '1.0.0', 'Rolling Release', 'x86_64'],
    ['codex/1.0.0 (openSUSE Rolling Release (2026.11.23); x86_64)', '1.0.0', 'Rolling Release (2026.11.23)', 'x86_64'],
    ['Acme Client/2 (x; y)/0.169.0 (Debian 12.0.0; x86_64) (Acme Client/2 (x; y);)', '0.169.0', '12.0.0', 'x86_64'],
    ['codex/1.0.0 (Linux Unknown; x86_64)', '1.0.0', 'Unknown', 'x86_64'],
  ])('the runtime is read from the user agent %s', (userAgent, codexVersion, osVersion, arch) => {
    expect(initialized(userAgent).runtime).toEqual({ codexVersion, os: 'linux', osVersion, arch });
  });

  it.each([
    ['acme/2.0.1 (beta; x)', 'acme/2.0.1 (beta; x)'],
    ['acme-agent/1.2.3', 'acme-agent/1.2.3'],
    ['acme/2.0.1 (beta; x)', 'another client'],
  ])(
    'the runtime is read behind the originator %s, though that holds a version, for the client %s',
    (originator, name) => {
      const userAgent = `${originator}/0.171.0 (Debian 12.0.0; x86_64) xterm-256color (${name}; 1.0.0)`;
      expect(initialized(userAgent, { clientInfo: { name, version: '1.0.0' } })).toMatchObject({
        runtime: { codexVersion: '0.171.0', osVersion: '12.0.0', arch: 'x86_64' },
        client: { productClientId: originator, clientName: name },
      });
    },
  );

  it.each([null, '', 'curl/8', 'x/1.0.0 (no architecture)'])(
    'the runtime is null for the user agent %s',
    (userAgent) => {
      const { runtime, client } = initialized(userAgent);
      expect(runtime).toBeNull();
      expect(client).toMatchObject({ clientName: 'acme', clientVersion: '9.8.7', experimentalApiEnabled: null });
    },
  );

  it.each([
    ['platform', null, '(Debian 12.0.0; x86_64)', { os: null, osVersion: '12.0.0' }],
    ['version of the system', 'linux', '(; x86_64)', { os: 'linux', osVersion: null }],
  ])(
    'the %s is null, on the facts and in events, when the server does not name it',
    (_what, platformOs, os, runtime) => {
      const session = new Session();
      const client = session.connect();
      const result = { userAgent: `codex/0.131.0 ${os}`, codexHome: null, platformOs };
      client.call('initialize', { clientInfo }, result).startThread();
      expect(session.facts('thread_initialization')).toMatchObject([{ runtime }]);
      expect(session.params('codex_thread_initialized')).toMatchObject([
        { runtime: { runtime_os: runtime.os, runtime_os_version: runtime.osVersion } },
      ]);
    },
  );
});

describe('client', () => {
  it('a client without a name and a server without a user agent have an empty product client', () => {
    const { client } = initialized(null, { clientInfo: null });
    expect(client).toMatchObject({ productClientId: '', clientName: null, clientVersion: null });
  });

  it('a client without a name has the originator as product client', () => {
    const { client } = initialized('acme_process/0.131.0 (Debian 12.0.0; x86_64)', { clientInfo: null });
    expect(client).toMatchObject({ productClientId: 'acme_process' });
  });

  it('a second initialize changes nothing, because Codex refuses it', () => {
    const session = new Session();
    const client = session.connect({ transport: 'websocket' }).initialize({ clientInfo });
    client.initialize({ clientInfo: { name: 'other', version: '1' }, capabilities: null }).startThread();
    expect(session.facts('thread_initialization')).toMatchObject([
      { client: { clientName: 'acme', rpcTransport: 'websocket', experimentalApiEnabled: true } },
    ]);
  });
});
