import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const examples = new URL('../../examples/', import.meta.url);
const text = (path: string) => readFile(new URL(path, examples), 'utf8');
const module_ = async <T>(path: string) => (await import(new URL(path, examples).href)) as T;

interface Model {
  readonly url: string;
  close(): Promise<void>;
}

interface OutputItem {
  readonly type: string;
  readonly arguments?: string;
}

test('each example in the list has a README that runs it by its script', async () => {
  const listed = [...(await text('README.md')).matchAll(/^\| \[([\w-]+)\]\(\1\)/gm)].map(([, name = '']) => name);
  const { scripts } = JSON.parse(await text('package.json')) as { scripts: Record<string, string> };
  expect(listed).toEqual(expect.arrayContaining(Object.keys(scripts)));
  for (const name of Object.keys(scripts)) {
    expect(await text(`${name}/README.md`)).toContain(`npm --prefix examples run ${name}`);
    const [, file = ''] = /(\S+\.mjs)$/.exec(scripts[name] ?? '') ?? [];
    expect(existsSync(new URL(file, examples)), file).toBe(true);
  }
});

test('the examples run on the OpenTelemetry versions that the package is tested with', async () => {
  const theirs = JSON.parse(await text('package.json')) as { dependencies: Record<string, string> };
  const ours = JSON.parse(await text('../package.json')) as { devDependencies: Record<string, string> };
  for (const [name, version] of Object.entries(theirs.dependencies))
    if (name in ours.devDependencies) expect(version, name).toBe(ours.devDependencies[name]);
});

test('the policy accepts what is harmless and declines all else', async () => {
  const { approve } = await module_<{ approve(request: unknown): { decision: string } }>('server/approve.mjs');
  const decisionOn = (...commands: string[]) =>
    approve({ commandActions: commands.map((command) => ({ type: 'unknown', command })) }).decision;
  expect(decisionOn('uname -s')).toBe('accept');
  expect(decisionOn('pwd', 'date -u')).toBe('accept');
  expect(decisionOn('uname -s; rm -rf /')).toBe('decline');
  expect(decisionOn('uname $(touch x)')).toBe('decline');
  expect(decisionOn('uname -s', 'rm x')).toBe('decline');
  expect(decisionOn()).toBe('decline');
  expect(approve({}).decision).toBe('decline');
});

test('the scripted model asks for one command, and to its result says a message', async () => {
  const { startModel } = await module_<{ startModel(script: unknown): Promise<Model> }>('model/responses.mjs');
  const { oneCommandThenAMessage, COMMAND } = await module_<Record<string, unknown>>('model/script.mjs');
  const model = await startModel(oneCommandThenAMessage);
  const ask = async (input: unknown[]) => {
    const response = await fetch(`${model.url}/responses`, { method: 'POST', body: JSON.stringify({ input }) });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const events = [...(await response.text()).matchAll(/^data: (.+)$/gm)].map(
      ([, data = '']) => JSON.parse(data) as { type: string; item?: OutputItem },
    );
    expect(events.at(0)?.type).toBe('response.created');
    expect(events.at(-1)?.type).toBe('response.completed');
    return events.flatMap(({ item }) => item ?? []);
  };
  try {
    const [call] = await ask([{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Look' }] }]);
    expect(JSON.parse(call?.arguments ?? '')).toMatchObject({ cmd: COMMAND, sandbox_permissions: 'require_escalated' });
    const answer = await ask([{ type: 'function_call_output', call_id: 'call_1', output: 'Linux' }]);
    expect(answer.map(({ type }) => type)).toEqual(['message']);
  } finally {
    await model.close();
  }
});
