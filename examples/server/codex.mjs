import { spawnAppServer } from '../app-server.mjs';

/** One app-server for all requests; another one for the next request where it was lost. */
export class Codex {
  #home;
  #approvals;
  #running;

  constructor({ home, approvals }) {
    this.#home = home;
    this.#approvals = approvals;
  }

  start() {
    this.#running ??= this.#start();
    this.#running.catch(() => (this.#running = undefined));
    return this.#running;
  }

  /**
   * Runs a turn, in the thread that is named or else in a new one; the signal interrupts it.
   *
   * @returns {Promise<{ threadId: string, turnId: string, status: string, answer: string }>}
   */
  async turn({ prompt, threadId }, signal) {
    const { client, threads } = await this.start();
    const id = threadId ?? (await client.request('thread/start', { cwd: this.#home.project })).thread.id;
    // A thread of an app-server that was lost is only in a file yet.
    if (threadId !== undefined && !threads.has(id)) await client.request('thread/resume', { threadId });
    threads.add(id);
    return { threadId: id, ...(await client.turn(id, prompt, signal)) };
  }

  async stop() {
    const running = await this.#running;
    await running?.server.stop();
  }

  async #start() {
    const server = spawnAppServer({ env: this.#home.env, cwd: this.#home.project });
    const { client } = server;
    client.onClose(() => (this.#running = undefined));
    this.#approvals.serve(client);
    await client.initialize('codex_server_example');
    return { server, client, threads: new Set() };
  }
}
