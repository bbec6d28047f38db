import { appendFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { PATH_WITH_CODEX } from '../codex.js';
import { Terminal } from './terminal.js';

/** A request that the model received. */
export interface Requested {
  readonly body: { readonly input: readonly { readonly type: string }[]; readonly model: string };
}

/** Parts of the examples, which are JavaScript without types. */
interface Examples {
  startModel(script: unknown): Promise<{ url: string; requests: readonly Requested[]; close(): Promise<void> }>;
  createCodexHome(options: { modelUrl: string }): Promise<{
    project: string;
    env: Record<string, string>;
    remove(): Promise<void>;
  }>;
  readonly oneCommandThenAMessage: unknown;
}

export async function examples(): Promise<Examples> {
  const files = ['model/responses.mjs', 'model/script.mjs', 'codex-home.mjs'];
  const modules = await Promise.all(
    files.map((file) => import(new URL(`../../../examples/${file}`, import.meta.url).href) as Promise<object>),
  );
  return Object.assign({}, ...modules) as Examples;
}

interface InterfaceOptions {
  /** Words before `codex`: those of `codex-otel run`, or none. */
  readonly before: readonly string[];
  /** Words behind it. Default: it runs without the daemon, which would outlive the test. */
  readonly words?: readonly string[] | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** More of its configuration. */
  readonly config?: string;
}

/** Opens the terminal interface in the CODEX_HOME of the examples, with a model that follows a script. */
export async function openInterface(
  script: unknown,
  { before, words = ['--no-daemon'], env, config = '' }: InterfaceOptions,
) {
  const { startModel, createCodexHome } = await examples();
  const model = await startModel(script);
  const home = await createCodexHome({ modelUrl: model.url });
  const runtime = await mkdtemp(join(tmpdir(), 'run-'));
  const codexHome = home.env['CODEX_HOME'] ?? '';
  const trust = `\n[projects."${home.project}"]\ntrust_level = "trusted"\n`;
  await appendFile(join(codexHome, 'config.toml'), config + trust);
  const terminal = new Terminal('codex', [...before, 'codex', ...words, '-m', 'gpt-6-sol'], {
    cwd: home.project,
    env: { PATH: PATH_WITH_CODEX, CODEX_HOME: codexHome, XDG_RUNTIME_DIR: runtime, ...env },
  });
  onTestFinished(async () => {
    await terminal.process.stop();
    await model.close();
    await home.remove();
  });
  await terminal.sees('for shortcuts');
  return { model, project: home.project, runtime, terminal };
}
