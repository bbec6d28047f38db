import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { cachedFolder } from '../cache.js';
import { PATH_WITH_CODEX } from '../codex.js';
import { ScriptedModel } from '../scripted-model.js';
import { startDaemon } from './daemon.js';
import { Terminal } from './terminal.js';

/** A PATH with the `codex` of a release first. npm installs it once. */
export async function pathWithCodex(version: string): Promise<string> {
  const folder = await cachedFolder(`codex-${version}`, async (target) => {
    const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
    await promisify(execFile)('npm', ['install', ...options, '--prefix', target, `@openai/codex@${version}`]);
  });
  return [join(folder, 'node_modules', '.bin'), PATH_WITH_CODEX].join(delimiter);
}

/** Each release of Codex with another behaviour, with an app-server of its own and, where it has one, with the daemon. */
export const PLACES = [
  ['0.144.0', 'no daemon'],
  ['0.158.0', 'no daemon'],
  ['0.158.0', 'the daemon'],
  ['0.171.0', 'no daemon'],
  ['0.171.0', 'the daemon'],
] as const;

type Server = (typeof PLACES)[number][1];

/** The words behind `codex` for a place. */
export const wordsFor = (version: string, server: Server): readonly string[] =>
  server === 'the daemon' || version === '0.144.0' ? [] : ['--no-daemon'];

/** A made-up login: an unsigned token, enough for Codex to send its analytics events. */
function login(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const ids = { chatgpt_plan_type: 'pro', chatgpt_user_id: 'user-1', chatgpt_account_id: 'account-1' };
  const exp = Math.floor(Date.now() / 1000) + 86_400;
  const claims = { email: 'dev@localhost', exp, 'https://api.openai.com/auth': ids };
  const token = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.${part('none')}`;
  return JSON.stringify({
    OPENAI_API_KEY: null,
    tokens: { id_token: token, access_token: token, refresh_token: 'none', account_id: 'account-1' },
    last_refresh: new Date().toISOString(),
  });
}

const configOf = (modelUrl: string, project: string) => `\
model = "gpt-6-sol"
model_provider = "scripted"
chatgpt_base_url = "${modelUrl.replace(/\/v1$/, '')}"
sandbox_mode = "workspace-write"
approval_policy = "on-request"
check_for_update_on_startup = false
suppress_unstable_features_warning = true

[analytics]
enabled = true

[otel]
exporter = "none"
metrics_exporter = "none"
trace_exporter = "none"

[tui]
show_tooltips = false

[features]
multi_agent = true
multi_agent_v2 = true
apps = false

[projects."${project}"]
trust_level = "trusted"

[model_providers.scripted]
name = "scripted"
base_url = "${modelUrl}"
wire_api = "responses"
supports_websockets = false
`;

/** A CODEX_HOME, a project, a model, and terminals in them. */
export class Stage {
  readonly model = new ScriptedModel();
  readonly folder: string;
  readonly home: string;
  readonly project: string;
  /** The folder of the session, in which `run` makes those of its own. */
  readonly runtime: string;
  readonly #path: string;

  private constructor(folder: string, path: string) {
    this.folder = folder;
    this.#path = path;
    [this.home, this.project, this.runtime] = [join(folder, 'home'), join(folder, 'project'), join(folder, 'run')];
    // With a repository of its own, Codex looks for settings of the project in no folder above it.
    for (const each of [this.home, join(this.project, '.git'), this.runtime]) mkdirSync(each, { recursive: true });
  }

  /** @param folder two sessions that are compared have the same, one after the other; emptied first */
  static async make(path: string, folder = mkdtempSync(join(realpathSync(tmpdir()), 'stage-'))): Promise<Stage> {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    const stage = new Stage(folder, path);
    const modelUrl = await stage.model.start();
    onTestFinished(() => stage.model.stop());
    writeFileSync(join(stage.home, 'config.toml'), configOf(modelUrl, stage.project));
    writeFileSync(join(stage.home, 'auth.json'), login());
    return stage;
  }

  /** The requests to the model, less what differs between any two sessions: ids, times, folders; in an order of their own. */
  asked(): unknown[] {
    const texts = this.model.requested.map((request) =>
      JSON.stringify(request)
        .replaceAll(this.folder, 'FOLDER')
        .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
        .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
        .replaceAll(/(Wall time: |Chunk ID: |_ms\\*":|"content-length":")[0-9a-f.]+/g, '$1N'),
    );
    // Codex writes the members of some objects in any order.
    return texts.sort((a, b) => a.length - b.length).map((text) => JSON.parse(text) as unknown);
  }

  async daemon() {
    return startDaemon(this.home, this.project, this.#path);
  }

  /** Opens a terminal with a command line in the project. */
  opens(command: readonly string[], env: Readonly<Record<string, string>> = {}): Terminal {
    const terminal = new Terminal('codex', command, {
      cwd: this.project,
      env: {
        PATH: this.#path,
        HOME: this.folder,
        CODEX_HOME: this.home,
        XDG_RUNTIME_DIR: this.runtime,
        OTEL_METRICS_EXPORTER: 'none',
        ...env,
      },
    });
    onTestFinished(async () => {
      await terminal.process.stop();
    });
    return terminal;
  }
}
