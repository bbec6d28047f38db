// Valid traffic, made of the messages of real recordings.
import { readdirSync, readFileSync } from 'node:fs';

const RECORDINGS = new URL('../test/recordings/0.169.0/', import.meta.url);

/** The records of a recording. */
function recording(name) {
  const text = readFileSync(new URL(`${name}/wire.jsonl`, RECORDINGS), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** The records of each recording of one version. */
export const recordings = () => readdirSync(RECORDINGS).map((name) => recording(name));

/** An id like Codex's own: a UUID that nothing else has. */
const uuid = (family, n) => `${family}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const threadId = (n) => uuid('01a20000', n);
const turnId = (n) => uuid('01a20001', n);

const messages = [...recording('approval-accept'), ...recording('plain-turn')].filter(({ msg }) => msg !== undefined);
const find = (method, accepts = () => true) =>
  messages.find(({ msg }) => msg.method === method && accepts(msg.params)).msg;
const responseTo = (id) => messages.find(({ from, msg }) => from === 'server' && msg.id === id && msg.result).msg;
const isCommand = ({ item }) => item.type === 'commandExecution';

const recorded = {
  initialize: find('initialize'),
  initialized: responseTo(find('initialize').id),
  threadStart: find('thread/start'),
  thread: responseTo(find('thread/start').id),
  turnStart: find('turn/start'),
  turn: responseTo(find('turn/start').id),
  turnStarted: find('turn/started'),
  turnCompleted: find('turn/completed'),
  itemStarted: find('item/started', isCommand),
  itemCompleted: find('item/completed', isCommand),
  approval: find('item/commandExecution/requestApproval'),
  answer: messages.find(({ from, msg }) => from === 'client' && msg.result !== undefined).msg,
  resolved: find('serverRequest/resolved'),
  usage: find('thread/tokenUsage/updated'),
  delta: find('item/agentMessage/delta'),
};

const START = 1_795_400_000_000;

/** The messages of one session, each with its sender, in the order of time. */
export class Session {
  /** @type {{from: 'client' | 'server', text: string}[]} */
  lines = [];
  #requestId = 0;
  #approvalId = 0;
  #turns = 0;
  #at = START;

  constructor(thread = 0) {
    this.thread = threadId(thread);
  }

  initialize() {
    this.#request(recorded.initialize, recorded.initialized);
    return this;
  }

  startThread(id = this.thread) {
    const { result } = recorded.thread;
    this.#request(recorded.threadStart, { result: { ...result, thread: { ...result.thread, id, sessionId: id } } });
    return this;
  }

  /** `turn/diff/updated` */
  diff(diff) {
    this.#notify({ method: 'turn/diff/updated', params: {} }, { turnId: this.turn, diff });
    return this;
  }

  delta() {
    this.#notify(recorded.delta, { turnId: this.turn });
    return this;
  }

  beginTurn() {
    this.turn = turnId(this.#turns++);
    const ids = { id: this.turn, rootTurnId: this.turn };
    const params = { ...recorded.turnStart.params, threadId: this.thread };
    this.#request({ ...recorded.turnStart, params }, { result: { turn: { ...recorded.turn.result.turn, ...ids } } });
    this.#notify(recorded.turnStarted, { turn: { ...recorded.turnStarted.params.turn, ...ids } });
    return this;
  }

  endTurn() {
    this.#notify(recorded.usage, { turnId: this.turn });
    const ids = { id: this.turn, rootTurnId: this.turn };
    this.#notify(recorded.turnCompleted, { turn: { ...recorded.turnCompleted.params.turn, ...ids } });
    return this;
  }

  startCommand(n) {
    const startedAtMs = this.#at;
    const item = { ...recorded.itemStarted.params.item, id: `call_${n}`, startedAtMs };
    this.#notify(recorded.itemStarted, { item, turnId: this.turn, startedAtMs });
    return this;
  }

  endCommand(n) {
    const completedAtMs = this.#at;
    const times = { startedAtMs: null, completedAtMs };
    const item = { ...recorded.itemCompleted.params.item, id: `call_${n}`, ...times };
    this.#notify(recorded.itemCompleted, { item, turnId: this.turn, completedAtMs });
    return this;
  }

  review(n) {
    const id = this.#approvalId++;
    const ids = { threadId: this.thread, turnId: this.turn, itemId: `call_${n}` };
    const params = { ...recorded.approval.params, ...ids, startedAtMs: this.#at };
    this.#push('server', { method: recorded.approval.method, id, params });
    this.#push('client', { ...recorded.answer, id });
    this.#notify(recorded.resolved, { requestId: id });
    return this;
  }

  /** A turn of 10 commands, two of which are reviewed. `between` runs once for each message of the turn. */
  workTurn(between = () => undefined) {
    const steps = [() => this.beginTurn()];
    for (let n = 0; n < 10; n++) {
      steps.push(() => this.startCommand(n));
      if (n < 2) steps.push(() => this.review(n));
      steps.push(() => this.endCommand(n));
    }
    steps.push(() => this.endTurn());
    for (const step of steps) {
      const before = this.lines.length;
      step();
      for (let n = this.lines.length - before; n > 0; n--) between();
    }
    return this;
  }

  #request(request, response) {
    this.#requestId += 1;
    this.#push('client', { ...request, id: this.#requestId });
    this.#push('server', { ...response, id: this.#requestId });
  }

  #notify({ method, params }, changed) {
    const message = { method, params: { ...params, threadId: this.thread, ...changed }, emittedAtMs: this.#at };
    this.#push('server', message);
  }

  #push(from, message) {
    this.#at += 1;
    this.lines.push({ from, text: JSON.stringify(message) });
  }
}

const CHUNK = 65_536;

/** Lines as pipes deliver them: runs of one sender's lines, in chunks of at most 64 KiB. */
export function chunksOf(lines) {
  const chunks = [];
  let run = [];
  const flush = () => {
    const bytes = Buffer.from(run.map(({ text }) => `${text}\n`).join(''));
    for (let at = 0; at < bytes.length; at += CHUNK)
      chunks.push({ from: run[0].from, bytes: bytes.subarray(at, at + CHUNK) });
    run = [];
  };
  for (const line of lines) {
    if (run.length > 0 && run[0].from !== line.from) flush();
    run.push(line);
  }
  flush();
  return chunks;
}

/** Hands chunks to a connection by hand. */
export function send(connection, chunks) {
  for (const { from, bytes } of chunks)
    if (from === 'client') connection.fromClient(bytes);
    else connection.fromServer(bytes);
}
