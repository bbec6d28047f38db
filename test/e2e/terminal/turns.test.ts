import { appendFile, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Receiver } from '../../export/receiver.js';
import { PATH_WITH_CODEX } from '../codex.js';
import { isOfType } from '../expected.js';
import { expectNoProcess } from '../left-behind.js';
import { hasTerminals, Terminal } from './terminal.js';

/** Turns behind the relay in which others work, or that look at images. */

/** The examples are JavaScript without types. */
interface Examples {
  startModel(script: (request: Request) => unknown): Promise<{ url: string; close(): Promise<void> }>;
  createCodexHome(options: { modelUrl: string }): Promise<{
    project: string;
    env: Record<string, string>;
    remove(): Promise<void>;
  }>;
}

interface Request {
  readonly input: readonly { readonly type: string; readonly role?: string }[];
}

async function examples(): Promise<Examples> {
  const modules = await Promise.all(
    ['model/responses.mjs', 'codex-home.mjs'].map(
      (file) => import(new URL(`../../../examples/${file}`, import.meta.url).href) as Promise<object>,
    ),
  );
  return Object.assign({}, ...modules) as Examples;
}

/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const message = (text: string) => ({
  type: 'message',
  role: 'assistant',
  id: `msg_${randomUUID()}`,
  content: [{ type: 'output_text', text }],
});

const collab = (name: string, args: object) => ({
  type: 'function_call',
  call_id: `call_${randomUUID()}`,
  name,
  namespace: 'collaboration',
  arguments: JSON.stringify(args),
});

const RUN = ['codex-otel', 'run', '--'];

/** The terminal interface behind the relay, with a model that does as `script` says. */
async function relayed(
  script: (request: Request) => unknown,
  options: readonly string[] = ['--no-daemon'],
  before: readonly string[] = RUN,
) {
  const { startModel, createCodexHome } = await examples();
  // Beside the session itself, the interface asks for a title of it.
  const isTitle = ({ input }: Request) => JSON.stringify(input.at(-1)).includes('task title');
  const model = await startModel((request) => (isTitle(request) ? [message('A look')] : script(request)));
  const home = await createCodexHome({ modelUrl: model.url });
  const runtime = await mkdtemp(join(tmpdir(), 'run-'));
  const receiver = await Receiver.start();
  onTestFinished(async () => {
    await model.close();
    await home.remove();
    await receiver.stop();
  });
  const config = `\n[features]\nmulti_agent = true\n\n[projects."${home.project}"]\ntrust_level = "trusted"\n`;
  const codexHome = home.env['CODEX_HOME'] ?? '';
  await appendFile(join(codexHome, 'config.toml'), config);
  const terminal = new Terminal('codex', [...before, 'codex', ...options, '-m', 'gpt-6-sol'], {
    cwd: home.project,
    env: {
      PATH: PATH_WITH_CODEX,
      CODEX_HOME: codexHome,
      XDG_RUNTIME_DIR: runtime,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_METRICS_EXPORTER: 'none',
    },
  });
  onTestFinished(async () => {
    await terminal.process.stop();
  });
  await terminal.sees('for shortcuts');
  /** The session's spans, once all is over. */
  const ends = async () => {
    await terminal.sees('exit status');
    await terminal.process.ended;
    expect(terminal.process.output).toMatch(/exit status 0\s*$/);
    expect(await readdir(runtime)).toEqual([]);
    await expectNoProcess(home.project, runtime);
    const [, threadId] = /codex-otel: To continue this session, run codex resume (\S+)/.exec(terminal.process.output)!;
    return receiver.spans.filter(({ traceId }) => traceId === threadId!.replaceAll('-', ''));
  };
  return { terminal, ends };
}

describe.runIf(hasTerminals)('the terminal interface behind codex-otel run', () => {
  it.each([
    ['plain codex names', [], true],
    ['behind the relay an app-server of its own does not name', RUN, false],
  ] as const)('%s the file of an image (-i) in the request to the model', async (_who, before, isNamed) => {
    const image = join(await mkdtemp(join(tmpdir(), 'image-')), 'dot.png');
    await writeFile(image, Buffer.from(PNG, 'base64'));
    const asked: Request[] = [];
    const script = (request: Request) => {
      asked.push(request);
      return [message('I see it.')];
    };
    const { terminal } = await relayed(script, ['--no-daemon', '-i', image], before);
    await terminal.enters('What is it?');
    await terminal.sees('I see it.');
    await terminal.enters('/quit');
    await terminal.sees('exit status');
    const sent = JSON.stringify(asked[0]?.input.at(-1));
    expect(sent).toContain('data:image/png;base64,');
    expect(sent.includes('<image name=')).toBe(isNamed);
  });

  it('has the turns of an agent in the trace of its session', async () => {
    const { terminal, ends } = await relayed(({ input }) => {
      const last = JSON.stringify(input.at(-1));
      if (last.includes('Child task')) return [message('The child is done.')];
      const results = input.filter(({ type }) => type.endsWith('_output')).length;
      if (results === 0) return [collab('spawn_agent', { task_name: 'child', message: 'Child task: look' })];
      return results === 1 ? [collab('wait_agent', { timeout_ms: 20_000 })] : [message('Both are done.')];
    });
    await terminal.enters('Delegate it');
    await terminal.sees('Both are done.');
    await terminal.enters('/quit');
    const spans = await ends();
    const turns = spans.filter(isOfType('turn'));
    expect(turns).toHaveLength(2);
    const spawn = spans.find(({ name }) => name === 'codex.thread spawn');
    const spawning = spans.find(({ name }) => name === 'execute_tool spawn_agent');
    expect(spawn?.parentSpanId).toBe(spawning?.spanId);
    expect(turns.map(({ parentSpanId }) => parentSpanId)).toContain(spawn?.spanId);
  });
});
