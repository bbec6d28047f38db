import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cachedFolder } from './cache.js';
import { eventually, freeAddresses, Running } from './processes.js';

const VERSION = '3.17.0';
const READER = fileURLToPath(new URL('read-mlflow.py', import.meta.url));

const run = promisify(execFile);

/** Its clients and servers report to nobody. */
const QUIET = { MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true' };

export interface MlflowSpan {
  readonly spanId: string;
  readonly parentId: string | null;
  readonly name: string;
  /** Null for what is neither an agent, a tool nor a call of a model. */
  readonly type: string | null;
  readonly status: string;
  readonly inputs: unknown;
  readonly outputs: unknown;
  readonly tokens: Readonly<Record<string, number>> | null;
}

export interface MlflowTrace {
  readonly traceId: string;
  readonly session: string | null;
  readonly tokens: Readonly<Record<string, number>> | null;
  readonly spans: readonly MlflowSpan[];
}

/** The Python in which MLflow is installed: CODEX_OTEL_E2E_MLFLOW, or one of a folder that is made once. */
async function pythonWithMlflow(say: (line: string) => void): Promise<string> {
  if (process.env['CODEX_OTEL_E2E_MLFLOW']) return process.env['CODEX_OTEL_E2E_MLFLOW'];
  const folder = await cachedFolder(`mlflow-${VERSION}`, async (target) => {
    say(`Installing MLflow ${VERSION} (a minute or two, once)`);
    await run('python3', ['-m', 'venv', target]);
    const packages = [`mlflow==${VERSION}`, `mlflow-skinny==${VERSION}`];
    await run(join(target, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', ...packages]);
  });
  return join(folder, 'bin/python');
}

/** A running MLflow server, and its own client. */
export class Mlflow {
  readonly endpoint: string;
  readonly process: Running;
  readonly #python: string;

  private constructor(python: string, endpoint: string, process_: Running) {
    this.#python = python;
    this.endpoint = endpoint;
    this.process = process_;
  }

  static async start(folder: string, say: (line: string) => void): Promise<Mlflow> {
    const python = await pythonWithMlflow(say);
    const [address = ''] = await freeAddresses(1);
    const [host = '', port = ''] = address.split(':');
    const where = ['--host', host, '--port', port, '--workers', '1'];
    const stores = [
      '--backend-store-uri',
      `sqlite:///${folder}/mlflow.db`,
      '--default-artifact-root',
      `${folder}/artifacts`,
    ];
    const server = new Running('MLflow', [python, '-m', 'mlflow', 'server', ...where, ...stores], { env: QUIET });
    const endpoint = `http://${address}`;
    const isHealthy = async () => (await fetch(`${endpoint}/health`)).ok || undefined;
    await eventually('MLflow', isHealthy, { process: server, timeoutMs: 240_000 });
    return new Mlflow(python, endpoint, server);
  }

  /** Makes an experiment; resolves with its id. */
  async experiment(name: string): Promise<string> {
    return (await this.#client('create', name)) as string;
  }

  async traces(experimentId: string): Promise<MlflowTrace[]> {
    return (await this.#client('read', experimentId)) as MlflowTrace[];
  }

  async #client(command: string, argument: string): Promise<unknown> {
    const options = { env: { ...process.env, ...QUIET }, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await run(this.#python, [READER, this.endpoint, command, argument], options);
    return JSON.parse(stdout);
  }
}
