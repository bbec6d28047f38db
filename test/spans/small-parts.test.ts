import { describe, expect, it } from 'vitest';
import { ConnectionState, ServerState } from '../../src/spans/connections.js';
import { attachFacts, factsOf } from '../../src/spans/facts-on-span.js';
import { Gate } from '../../src/spans/gate.js';
import { Occurrences } from '../../src/spans/occurrences.js';
import { snakeCase } from '../../src/spans/snake-case.js';
import { DEFAULT_LIMITS } from '../../src/spans/room.js';
import { hrTime, startOf } from '../../src/spans/time.js';
import { turnError } from '../../src/spans/turn-error.js';
import { isBefore } from '../../src/spans/versions.js';
import { uncounted } from '../../src/counters.js';
import * as given from '../events/facts.js';

describe('a time', () => {
  it('in milliseconds becomes seconds and nanoseconds, exactly', () => {
    expect(hrTime(1_795_397_934_243)).toEqual([1_795_397_934, 243_000_000]);
    expect(hrTime(1_795_397_934_243.5)).toEqual([1_795_397_934, 243_500_000]);
    expect(hrTime(0)).toEqual([0, 0]);
    expect(hrTime(1e13)).toEqual([1e10, 0]);
  });

  it('of an end gives the start, but none before 1970', () => {
    expect([startOf(1000, 400), startOf(1000, null), startOf(1000, 1000), startOf(1000, 1001)]).toEqual([
      600, 1000, 0, 1000,
    ]);
  });
});

describe('a gate', () => {
  it('lets steps wait in order until it opens, and pass afterwards', () => {
    const gate = new Gate({ limits: DEFAULT_LIMITS, counters: uncounted });
    const steps: number[] = [];
    gate.when(() => steps.push(1));
    gate.when(() => {
      steps.push(2);
      gate.when(() => steps.push(3));
    });
    expect(steps).toEqual([]);
    gate.open();
    gate.open();
    gate.when(() => steps.push(4));
    expect(steps).toEqual([1, 2, 3, 4]);
  });
});

describe('an occurrence', () => {
  const [a, b, c] = [{}, {}, {}];

  it('is new once, however many connections tell of it', () => {
    const occurrences = new Occurrences(uncounted);
    const told = [a, b, b, a, a].map((connection, n) => occurrences.next('key', connection, 0, 10 + n));
    expect(told).toEqual([
      { nth: 0, isNew: true },
      { nth: 0, isNew: false },
      { nth: 1, isNew: true },
      { nth: 1, isNew: false },
      { nth: 2, isNew: true },
    ]);
  });

  it('that happened before a connection joined is none of its own', () => {
    const occurrences = new Occurrences(uncounted);
    occurrences.next('key', a, 0, 10);
    occurrences.next('key', a, 0, 20);
    expect(occurrences.next('key', c, 15, 21)).toEqual({ nth: 1, isNew: false });
    expect(occurrences.next('key', c, 15, 30)).toEqual({ nth: 2, isNew: true });
    expect(occurrences.next('key', a, 0, 31)).toEqual({ nth: 2, isNew: false });
  });

  it('of one kind is none of another', () => {
    const occurrences = new Occurrences(uncounted);
    occurrences.next('key', a, 0, 10);
    expect(occurrences.next('other', b, 0, 11)).toEqual({ nth: 0, isNew: true });
  });

  it('is still told apart when there were more than are kept', () => {
    const occurrences = new Occurrences(uncounted);
    for (let n = 0; n < 5000; n++) occurrences.next('key', a, 0, n);
    expect(occurrences.next('key', b, 4998, 5000)).toEqual({ nth: 4998, isNew: false });
    expect(occurrences.next('key', a, 0, 5001)).toEqual({ nth: 5000, isNew: true });
    for (let n = 0; n < 5000; n++) occurrences.next(`key ${n}`, a, 0, n);
    expect(occurrences.next('key', a, 0, 5002)).toEqual({ nth: 0, isNew: true });
  });
});

describe("a turn's error", () => {
  it.each<[unknown, unknown]>([
    ['badRequest', 'badRequest'],
    [{ httpConnectionFailed: { httpStatusCode: 503 } }, { httpConnectionFailed: { httpStatusCode: 503 } }],
    [
      { responseStreamDisconnected: { httpStatusCode: null } },
      { responseStreamDisconnected: { httpStatusCode: null } },
    ],
    [{ activeTurnNotSteerable: { turnKind: 'review' } }, { activeTurnNotSteerable: { turnKind: 'review' } }],
    [{ unit: null }, { unit: {} }],
    [{ unit: 'a secret message' }, { unit: {} }],
    [
      { variant: { httpStatusCode: 500, message: 'a secret message', nested: { a: 1 }, 'a secret': 1 } },
      { variant: { httpStatusCode: 500 } },
    ],
  ])('is its variant with its number or kind: %j', (info, error) => {
    expect(turnError(info)).toEqual(error);
  });

  it.each([
    null,
    undefined,
    5,
    true,
    '',
    'We are sorry, but …',
    '/home/dev',
    {},
    [],
    { 'a secret': 1 },
    'x'.repeat(65),
  ])('that is anything else is unknown, for it may be content: %j', (info) => {
    expect(turnError(info)).toBeNull();
  });
});

describe('a version', () => {
  const of = (codexVersion: string) => ({ ...given.runtime, codexVersion });

  it.each([
    ['auto_review', '0.138.9', '0.139.0'],
    ['turns without a request count', '0.139.9', '0.140.0'],
    ['goals have events', '0.139.9', '0.140.0'],
    ['originator of the process', '0.142.9', '0.143.0'],
    ['control tools count', '0.148.9', '0.149.0'],
    ['grants count as given', '0.152.9-alpha.1', '0.153.0'],
    ['items of reviews count', '0.163.0', '0.164.0'],
  ] as const)('is before a change or not: %s', (change, before, since) => {
    expect(
      [before, '0.131.0', since, '0.169.0', '1.0.0', '1.100.0'].map((version) => isBefore(of(version), change)),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('that is not known is taken for the newest', () => {
    for (const runtime of [null, of(''), of('unknown')]) expect(isBefore(runtime, 'control tools count')).toBe(false);
  });
});

describe('a connection', () => {
  const initialized = (params: object, result: object, transport: 'stdio' | 'websocket' = 'stdio') => {
    const server = new ServerState('1', () => {});
    const connection = { id: 'c1', server: '1', transport } as const;
    const state = new ConnectionState(connection, server, { limits: DEFAULT_LIMITS, counters: uncounted });
    const initialize = (more: object) =>
      state.initialized({
        type: 'answered',
        method: 'initialize',
        connection,
        at: 1,
        requestedAt: 0,
        params: { clientInfo: null, capabilities: null, ...params, ...more },
        result: { userAgent: null, platformOs: null, codexHome: null, ...result },
      });
    initialize({});
    return { state, initialize };
  };
  const clientInfo = { name: 'acme', version: '9.8.7' };

  it.each([
    ['codex_vscode/0.169.0 (Debian 12.0.0; x86_64) xterm (acme; 9.8.7)', '0.169.0', '12.0.0', 'x86_64'],
    ['codex_vscode/0.169.0-alpha.3 (Mac OS 15.5.0; arm64) iTerm.app/3.5', '0.169.0-alpha.3', '15.5.0', 'aarch64'],
    ['codex/1.0.0 (Windows 10.0.26100; x86_64) WindowsTerminal', '1.0.0', '10.0.26100', 'x86_64'],
    ['codex/1.0.0 (Arch Linux Rolling Release; x86_64)', '1.0.0', 'Rolling Release', 'x86_64'],
    ['codex/1.0.0 (openSUSE Rolling Release (2026.11.23); x86_64)', '1.0.0', 'Rolling Release (2026.11.23)', 'x86_64'],
    ['Acme Client/2 (x; y)/0.169.0 (Debian 12.0.0; x86_64) (Acme Client/2 (x; y);)', '0.169.0', '12.0.0', 'x86_64'],
    ['codex/1.0.0 (Linux Unknown; x86_64)', '1.0.0', 'Unknown', 'x86_64'],
  ])('reads the server off its user agent: %s', (userAgent, codexVersion, osVersion, arch) => {
    const { state } = initialized({ clientInfo }, { userAgent, platformOs: 'linux' });
    expect(state.runtime).toEqual({ codexVersion, os: 'linux', osVersion, arch });
  });

  it.each([null, '', 'curl/8', 'x/1.0.0 (no architecture)'])(
    'knows no server where that says nothing: %s',
    (userAgent) => {
      const { state } = initialized({ clientInfo }, { userAgent });
      expect(state.runtime).toBeNull();
      expect(state.client).toMatchObject({ clientName: 'acme', clientVersion: '9.8.7', experimentalApiEnabled: null });
    },
  );

  it('knows a server that does not name its platform', () => {
    const userAgent = 'codex/0.131.0 (Debian 12.0.0; x86_64)';
    expect(initialized({ clientInfo }, { userAgent }).state.runtime).toMatchObject({ os: '', osVersion: '12.0.0' });
  });

  it('bears the originator of its process; older versions name each client by its own name', () => {
    const agent = (version: string) => `codex_vscode/${version} (Debian 12.0.0; x86_64) (acme; 9.8.7)`;
    const originator = (version: string) =>
      initialized({ clientInfo }, { userAgent: agent(version) }).state.client?.productClientId;
    expect([originator('0.169.0'), originator('0.147.0'), originator('0.131.0')]).toEqual([
      'codex_vscode',
      'codex_vscode',
      'acme',
    ]);
  });

  it('without a name or an agent has no originator either', () => {
    expect(initialized({}, {}).state.client).toMatchObject({
      productClientId: '',
      clientName: null,
      clientVersion: null,
    });
    const { state } = initialized({}, { userAgent: 'codex_vscode/0.131.0 (Debian 12.0.0; x86_64)' });
    expect(state.client?.productClientId).toBe('codex_vscode');
  });

  it('is who it said it was first: Codex refuses a second initialize', () => {
    const { state, initialize } = initialized({ clientInfo, capabilities: { experimentalApi: true } }, {}, 'websocket');
    initialize({ clientInfo: { name: 'other', version: '1' } });
    expect(state.client).toMatchObject({ clientName: 'acme', rpcTransport: 'websocket', experimentalApiEnabled: true });
  });
});

describe('facts', () => {
  it('are frozen, and found by any copy of this package through a shared symbol', () => {
    const [span, facts] = [{}, given.goal()];
    attachFacts(span, facts);
    expect(factsOf(span)).toBe(facts);
    expect(Object.isFrozen(facts)).toBe(true);
    expect((span as Record<symbol, unknown>)[Symbol.for('opentelemetry-instrumentation-codex.facts')]).toBe(facts);
    expect(JSON.stringify(span)).toBe('{}');
  });

  it('of a foreign span are none', () => {
    expect(factsOf({ attributes: {} })).toBeUndefined();
  });
});

it('a name of the protocol is written with underscores', () => {
  expect(['unifiedExec', 'preToolUse', 'shell', 'x2Y', 'ABC'].map(snakeCase)).toEqual([
    'unified_exec',
    'pre_tool_use',
    'shell',
    'x2_y',
    'abc',
  ]);
});
