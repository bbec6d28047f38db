import { appendFile, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { PATH_WITH_CODEX } from '../codex.js';
import { expectNoProcess } from '../left-behind.js';
import { isOfType, spanOfType } from '../expected.js';
import { Jaeger } from '../jaeger.js';
import { hasTerminals, Terminal } from './terminal.js';

const { endpoint } = inject('collector');
const jaeger = new Jaeger(inject('jaeger'));

/** The examples are JavaScript without types. */
interface Examples {
  startModel(script: unknown): Promise<{ url: string; requests: readonly Requested[]; close(): Promise<void> }>;
  createCodexHome(options: { modelUrl: string }): Promise<{
    project: string;
    env: Record<string, string>;
    remove(): Promise<void>;
  }>;
  readonly oneCommandThenAMessage: unknown;
}

async function examples(): Promise<Examples> {
  const files = ['model/responses.mjs', 'model/script.mjs', 'codex-home.mjs'];
  const modules = await Promise.all(
    files.map((file) => import(new URL(`../../../examples/${file}`, import.meta.url).href) as Promise<object>),
  );
  return Object.assign({}, ...modules) as Examples;
}

interface Requested {
  readonly body: {
    readonly input: readonly { readonly type: string }[];
    readonly model: string;
    readonly tools: unknown;
  };
}

/** A session at the terminal interface: a prompt, an approval by a key, `/quit`. */
async function session(before: readonly string[]) {
  const { startModel, createCodexHome, oneCommandThenAMessage } = await examples();
  const model = await startModel(oneCommandThenAMessage);
  const home = await createCodexHome({ modelUrl: model.url });
  const runtime = await mkdtemp(join(tmpdir(), 'run-'));
  onTestFinished(async () => {
    await model.close();
    await home.remove();
  });
  await appendFile(
    join(home.env['CODEX_HOME'] ?? '', 'config.toml'),
    `\n[projects."${home.project}"]\ntrust_level = "trusted"\n`,
  );
  // Without the daemon, which would outlive the test.
  const terminal = new Terminal('codex', [...before, 'codex', '--no-daemon', '-m', 'gpt-6-sol'], {
    cwd: home.project,
    env: {
      PATH: PATH_WITH_CODEX,
      CODEX_HOME: home.env['CODEX_HOME'] ?? '',
      XDG_RUNTIME_DIR: runtime,
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    },
  });
  onTestFinished(async () => {
    await terminal.process.stop();
  });
  await terminal.sees('for shortcuts');
  await terminal.enters('Look at the system');
  await terminal.sees('Would you like to run the following command?');
  terminal.types('y');
  await terminal.sees('Done: I looked at the system.');
  await terminal.enters('/quit');
  await terminal.sees('exit status');
  await terminal.process.ended;
  return { home, runtime, requests: model.requests, output: terminal.process.output };
}

/** What the model was asked for, less everything that differs between any two sessions. */
const asked = (requests: readonly Requested[]) =>
  requests
    .map(({ body: { input, model } }) => ({ model, input: input.map(({ type }) => type) }))
    .sort((a, b) => a.input.length - b.input.length);

it.runIf(hasTerminals)(
  'the terminal interface behind codex-otel run is in Jaeger with its approval, and nothing is left behind',
  async () => {
    const plain = await session([]);
    const relayed = await session(['codex-otel', 'run', '--']);
    expect([relayed.output, plain.output]).toEqual([
      expect.stringMatching(/exit status 0\s*$/),
      expect.stringMatching(/exit status 0\s*$/),
    ]);
    expect(asked(relayed.requests)).toEqual(asked(plain.requests));

    const [, threadId] = /codex-otel: To continue this session, run codex resume (\S+)/.exec(relayed.output)!;
    const spans = await jaeger.trace(threadId!.replaceAll('-', ''), isOfType('turn'));
    const [turn, item, review] = (['turn', 'item', 'review'] as const).map((type) => spanOfType(spans, type));
    expect([item!.parentSpanId, review!.parentSpanId]).toEqual([turn!.spanId, item!.spanId]);
    expect(review!.attributes['codex.review.status']).toBe('approved');

    expect(await readdir(relayed.runtime)).toEqual([]);
    await expectNoProcess(relayed.home.project, relayed.runtime);
  },
);
