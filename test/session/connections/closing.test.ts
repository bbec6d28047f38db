import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { endings, openWork } from '../open-work.js';
import { HOUR, MINUTE, Session } from '../session.js';

describe('WebSocket server without clients', () => {
  it('is forgotten with what it asked, once its threads have ended', () => {
    const session = new Session();
    for (let n = 0; n <= 10_000; n++) {
      const client = session.connect({ transport: 'websocket', server: `server ${n}` });
      client.thread(`thread ${n}`).turn().askCommand(0, 'call-1');
      client.close();
      if (n % 1_000 === 999) session.wait(MINUTE).wait(HOUR);
    }
    // The requests and the servers that wait for an answer are limited to 10,000.
    expect([...session.counters].filter(({ name }) => name === 'state.dropped')).toEqual([]);
  });
});

describe('connection that closes', () => {
  it('everything that is open ends at once when the connection of a stdio server closes', () => {
    const { session, client } = openWork();
    session.wait(100);
    client.close();
    expect(endings(session)).toEqual([
      ['review', 10, 120, 'server_closed'],
      ['hook', 10, 10, 'server_closed'],
      ['turn', 0, 10, 'server_closed'],
      ['item', 10, 10, 'server_closed'],
      ['thread', 0, 120, 'connection_closed'],
    ]);
    expect(session.observer.openCounts).toEqual({ threads: 0, turns: 0 });
  });

  it('the work of a stdio server goes on while another connection to it is open', () => {
    const session = new Session();
    const first = session.connect().initialize();
    const second = session.connect().initialize();
    const turn = first.startThread().startTurn().itemStarted(command('call-1'));
    first.close();
    expect(endings(session)).toEqual([['thread', 0, 0, 'connection_closed']]);
    session.wait(MINUTE);
    second.close();
    expect(endings(session).map(([type, , , reason]) => [type, reason])).toEqual([
      ['thread', 'connection_closed'],
      ['turn', 'server_closed'],
      ['item', 'server_closed'],
    ]);
    expect(turn.id).toBe(session.facts('turn')[0]?.turnId);
  });

  it('reviews and hooks end when a WebSocket client has been away for a minute, turns and items after an hour', () => {
    const { session, client } = openWork({ transport: 'websocket' });
    session.wait(100);
    client.close();
    expect(endings(session)).toEqual([['thread', 0, 120, 'connection_closed']]);
    session.wait(MINUTE - 1);
    expect(endings(session)).toHaveLength(1);
    session.wait(1);
    expect(endings(session).slice(1)).toEqual([
      ['review', 10, 120, 'connection_closed'],
      ['hook', 10, 10, 'connection_closed'],
    ]);
    session.wait(HOUR - MINUTE - 1);
    expect(endings(session)).toHaveLength(3);
    session.wait(1);
    expect(endings(session).slice(3)).toEqual([
      ['turn', 0, 10, 'connection_closed'],
      ['item', 10, 10, 'connection_closed'],
    ]);
    expect(session.observer.openCounts).toEqual({ threads: 0, turns: 0 });
    expect(session.observer.nextDeadline).toBeUndefined();
  });

  it('a server without connections is forgotten with its last thread: the next one has a home of its own', () => {
    const session = new Session();
    const scopes: unknown[] = [];
    for (const home of ['/first', '/second']) {
      const client = session.connect({ transport: 'websocket' });
      const userAgent = 'codex_vscode/0.169.0 (Debian 12.0.0; x86_64)';
      client.call('initialize', { clientInfo: { name: 'x' } }, { userAgent, platformOs: 'linux', codexHome: home });
      const skill = { type: 'skill', name: 'painter', path: `${home}/skills/painter/SKILL.md` };
      client
        .startThread()
        .startTurn({ input: [skill] })
        .completed();
      client.close();
      session.wait(MINUTE);
      scopes.push(session.facts('turn').at(-1)?.skills[0]?.scope);
    }
    expect(scopes).toEqual(['user', 'user']);
  });
});
