import type { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { Client } from './client.js';

/** Much of one thing, step by step. */
export interface Scenario {
  /** The thing that a step is one of. */
  readonly what: string;
  readonly steps: number;
  /** Prepares for the steps; returns one step. */
  readonly begin: (codex: CodexInstrumentation) => (step: number) => void;
}

/** So many threads are open at a time; a client closes older ones. */
const OPEN_THREADS = 100;
/** So many clients of one server are connected at a time. */
const OPEN_CONNECTIONS = 50;
const NOTIFICATIONS_PER_TURN = 100;

/** Most are deltas. A turn in ten has a command that somebody approves. */
const notifications: Scenario = {
  what: 'notifications',
  steps: 1_000_000,
  begin: (codex) => {
    const client = new Client(codex);
    client.startThread('thread');
    return (step) => {
      const turn = `turn ${Math.floor(step / NOTIFICATIONS_PER_TURN)}`;
      const place = step % NOTIFICATIONS_PER_TURN;
      if (place === 0) client.startTurn('thread', turn);
      else if (place === 10) client.beginCommand('thread', turn, `${turn} command`, true);
      else if (place === 20) client.endCommand('thread', turn, `${turn} command`);
      else if (place === 30) client.notify('turn/diff/updated', { threadId: 'thread', turnId: turn, diff: '+a\n-b\n' });
      else if (place === NOTIFICATIONS_PER_TURN - 1) client.endTurn('thread', turn, 'completed');
      else client.delta('thread', turn);
    };
  },
};

/** Threads with one turn each, which are closed long after it. */
const threads: Scenario = {
  what: 'threads',
  steps: 10_000,
  begin: (codex) => {
    const client = new Client(codex);
    return (step) => {
      runThread(client, `thread ${step}`);
      const old = `thread ${step - OPEN_THREADS}`;
      if (step >= OPEN_THREADS) client.notify('thread/closed', { threadId: old });
    };
  },
};

/** Threads that nobody closes: beyond the limit the oldest is given up. */
const unclosed: Scenario = {
  what: 'threads that nobody closes',
  steps: 10_000,
  begin: (codex) => {
    const client = new Client(codex);
    return (step) => runThread(client, `thread ${step}`);
  },
};

/** Turns that are interrupted while a command waits for an approval, which nobody gives any more. */
const interrupted: Scenario = {
  what: 'interrupted turns',
  steps: 100_000,
  begin: (codex) => {
    const client = new Client(codex);
    client.startThread('thread');
    return (step) => {
      const turnId = `turn ${step}`;
      client.startTurn('thread', turnId);
      client.beginCommand('thread', turnId, `${turnId} command`, true);
      client.call('turn/interrupt', { threadId: 'thread', turnId }, step % 3 === 0 ? undefined : {});
      client.endTurn('thread', turnId, 'interrupted');
    };
  },
};

/** Clients that leave in mid-turn and in mid-line: of one WebSocket server, and of servers of their own. */
const connections: Scenario = {
  what: 'connections',
  steps: 10_000,
  begin: (codex) => {
    const open: Client[] = [];
    return (step) => {
      const shared = { transport: 'websocket', server: 'shared' } as const;
      const client = new Client(codex, step % 2 === 0 ? shared : {});
      const thread = `thread ${step}`;
      client.startThread(thread);
      client.startTurn(thread, `turn ${step}`);
      client.beginCommand(thread, `turn ${step}`, `command ${step}`, step % 3 === 0);
      for (let n = 0; n < 10; n++) client.delta(thread, `turn ${step}`);
      client.break();
      open.push(client);
      if (open.length > OPEN_CONNECTIONS) open.shift()?.close();
    };
  },
};

function runThread(client: Client, thread: string): void {
  client.startThread(thread);
  client.startTurn(thread, `turn of ${thread}`);
  client.beginCommand(thread, `turn of ${thread}`, 'command', true);
  client.endCommand(thread, `turn of ${thread}`, 'command');
  client.endTurn(thread, `turn of ${thread}`, 'completed');
}

export const scenarios: Readonly<Record<string, Scenario>> = {
  notifications,
  threads,
  unclosed,
  interrupted,
  connections,
};
