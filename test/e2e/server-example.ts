import { onTestFinished } from 'vitest';
import { EXAMPLES, PATH_WITH_CODEX } from './codex.js';
import { eventually, freeAddresses, killCodexBelow, Running } from './processes.js';

/** What an HTTP client got. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface ServerOptions {
  /** The service name; Codex names its own spans' service itself. */
  readonly service: string;
  /** Where spans and events go. */
  readonly endpoint: string;
  readonly path?: string;
  /** Modules that are loaded before the server. */
  readonly preload?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The server example, running. It ends with the test. */
export class ServerExample {
  readonly #process: Running;
  readonly #url: string;

  private constructor(process_: Running, url: string) {
    this.#process = process_;
    this.#url = url;
  }

  static async start({
    service,
    endpoint,
    path = PATH_WITH_CODEX,
    preload = [],
    env,
  }: ServerOptions): Promise<ServerExample> {
    const [address = ''] = await freeAddresses(1);
    const modules = ['./server/telemetry.mjs', ...preload].flatMap((module) => ['--import', module]);
    const process_ = new Running('the server example', [process.execPath, ...modules, 'server/server.mjs'], {
      cwd: EXAMPLES,
      env: {
        PATH: path,
        PORT: new URL(`http://${address}`).port,
        OTEL_SERVICE_NAME: service,
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        ...env,
      },
    });
    onTestFinished(async () => {
      await process_.stop();
    });
    const server = new ServerExample(process_, `http://${address}`);
    await eventually('the server', () => server.approvals(), { process: process_ });
    return server;
  }

  async turn(body: { readonly prompt: string; readonly threadId?: string }, signal?: AbortSignal): Promise<Answer> {
    return this.#ask('/turns', { method: 'POST', body: JSON.stringify(body), signal: signal ?? null });
  }

  /** The ids of the approvals that wait for a person. */
  async approvals(): Promise<string[]> {
    const { body } = await this.#ask('/approvals');
    return (body as { id: string }[]).map(({ id }) => id);
  }

  /** The one approval that waits for a person, once it does. */
  async approval(): Promise<string> {
    return eventually('an approval', async () => (await this.approvals())[0], { process: this.#process });
  }

  async decide(id: string, decision: string): Promise<Answer> {
    return this.#ask(`/approvals/${id}`, { method: 'POST', body: JSON.stringify({ decision }) });
  }

  /** Kills the Codex process, and not what started it. */
  killCodex(): void {
    killCodexBelow(this.#process.pid!);
  }

  /** Asks it to end; resolves with its exit code. */
  async stop(): Promise<number | null> {
    return this.#process.stop();
  }

  get output(): string {
    return this.#process.output;
  }

  async #ask(path: string, init?: RequestInit): Promise<Answer> {
    const response = await fetch(this.#url + path, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }
}
