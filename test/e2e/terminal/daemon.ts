import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { PATH_WITH_CODEX } from '../codex.js';
import { eventually, Running } from '../processes.js';

type Json = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Json;
  readonly result?: Json;
  readonly error?: unknown;
}

/** The socket of the daemon of a `CODEX_HOME`. */
const socketIn = (codexHome: string) => join(codexHome, 'app-server-control', 'app-server-control.sock');

/** The real app-server at the daemon's place; without its updater, and with threads that unload after two seconds. */
export async function startDaemon(codexHome: string, cwd: string, path = PATH_WITH_CODEX): Promise<Running> {
  const command = ['codex', 'app-server', '--listen', 'unix://', '-c', 'thread_unload_delay_secs=2'];
  const daemon = new Running('the daemon', command, { cwd, env: { PATH: path, CODEX_HOME: codexHome } });
  onTestFinished(() => daemon.kill());
  await eventually('the socket of the daemon', async () => existsSync(socketIn(codexHome)) || undefined, {
    process: daemon,
  });
  return daemon;
}

/** A client of the daemon, as the terminal interface is one. */
export class DaemonClient {
  readonly #socket: WebSocket;
  readonly #received: Message[] = [];
  #requests = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#received.push(JSON.parse(data.toString()) as Message));
    socket.on('error', () => undefined);
  }

  static async connect(codexHome: string, name: string): Promise<DaemonClient> {
    const client = await eventually('a connection to the daemon', async () => {
      const socket = new WebSocket(`ws+unix://${socketIn(codexHome)}:/rpc`, { perMessageDeflate: false });
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      return new DaemonClient(socket);
    });
    onTestFinished(() => client.close());
    const capabilities = { experimentalApi: true };
    await client.request('initialize', { clientInfo: { name, title: null, version: '1' }, capabilities });
    client.#send({ method: 'initialized' });
    return client;
  }

  async request(method: string, params: Json): Promise<Json> {
    const id = (this.#requests += 1);
    this.#send({ id, method, params });
    const find = () => this.#received.find((message) => message.id === id && message.method === undefined);
    const { result, error } = await eventually(`the answer to ${method}`, async () => find());
    if (result === undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  }

  /** Begins a turn, and resolves with the id of the approval that it asks for. */
  async asks(threadId: string): Promise<number> {
    const before = this.#approvals.length;
    await this.request('turn/start', { threadId, input: [{ type: 'text', text: 'Look', text_elements: [] }] });
    return eventually('an approval', async () => this.#approvals[before]?.id);
  }

  /** Answers an approval, and resolves when the thread is idle. */
  async answers(approval: number, decision: 'accept' | 'decline' = 'accept'): Promise<void> {
    this.#send({ id: approval, result: { decision } });
    const from = this.#received.length;
    const isIdle = ({ method, params }: Message) =>
      method === 'thread/status/changed' && JSON.stringify(params).includes('"idle"');
    await eventually('the end of the turn', async () => this.#received.slice(from).some(isIdle) || undefined);
  }

  /** How often a notification came. */
  count(method: string): number {
    return this.#received.filter((message) => message.method === method).length;
  }

  close(): void {
    this.#socket.terminate();
  }

  get #approvals(): Message[] {
    return this.#received.filter(({ method }) => method === 'item/commandExecution/requestApproval');
  }

  #send(message: Json): void {
    this.#socket.send(JSON.stringify(message));
  }
}
