import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Receiver } from '../../export/receiver.js';
import { isOfType } from '../expected.js';
import { expectNoProcess } from '../left-behind.js';
import { openInterface } from './interface.js';
import { hasTerminals } from './terminal.js';

/** Turns behind the relay in which others work, or that look at images. */

interface Request {
  readonly input: readonly { readonly type: string; readonly role?: string }[];
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
  words?: readonly string[],
  before: readonly string[] = RUN,
) {
  const receiver = await Receiver.start();
  onTestFinished(() => receiver.stop());
  // Beside the session itself, the interface asks for a title of it.
  const isTitle = ({ input }: Request) => JSON.stringify(input.at(-1)).includes('task title');
  const { project, runtime, terminal } = await openInterface(
    (request: Request) => (isTitle(request) ? [message('A look')] : script(request)),
    {
      before,
      words,
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_METRICS_EXPORTER: 'none' },
      config: '\n[features]\nmulti_agent = true\n',
    },
  );
  /** The session's spans, once all is over. */
  const ends = async () => {
    await terminal.sees('exit status');
    await terminal.process.ended;
    expect(terminal.process.output).toMatch(/exit status 0\s*$/);
    expect(await readdir(runtime)).toEqual([]);
    await expectNoProcess(project, runtime);
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
