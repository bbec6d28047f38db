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

interface Approvals {
  serve(client: unknown): void;
  list(): { readonly id: string }[];
  decide(id: string, decision: string): boolean;
}

/** An app-server's client, as far as approvals want one. */
class Client {
  ask: (params: unknown, id: number) => unknown = () => undefined;
  notify: (message: unknown) => void = () => {};
  close: () => void = () => {};
  onRequest = (_method: string, handler: Client['ask']) => void (this.ask = handler);
  onNotification = (listener: Client['notify']) => void (this.notify = listener);
  onClose = (listener: Client['close']) => void (this.close = listener);
}

const commands = (...all: string[]) => ({ commandActions: all.map((command) => ({ type: 'unknown', command })) });

test('the policy accepts what is harmless and asks a person about all else', async () => {
  const { policy } = await module_<{ policy(request: unknown): unknown }>('server/approvals.mjs');
  const accept = { decision: 'accept' };
  expect(policy(commands('uname -s'))).toEqual(accept);
  expect(policy(commands('pwd', 'date -u'))).toEqual(accept);
  expect(policy(commands('uname -s; rm -rf /'))).toBeUndefined();
  expect(policy(commands('uname $(touch x)'))).toBeUndefined();
  expect(policy(commands('uname -s', 'rm x'))).toBeUndefined();
  expect(policy(commands())).toBeUndefined();
  expect(policy({})).toBeUndefined();
});

test('what waits for a person is listed until it is decided, resolved by somebody else, or its Codex is gone', async () => {
  const { Approvals } = await module_<{ Approvals: new () => Approvals }>('server/approvals.mjs');
  const approvals = new Approvals();
  const client = new Client();
  approvals.serve(client);
  const ids = () => approvals.list().map(({ id }) => id);

  const answer = client.ask(commands('rm x'), 1);
  client.ask(commands('rm y'), 2);
  client.ask(commands('rm z'), 3);
  expect(ids()).toEqual(['1', '2', '3']);
  expect(approvals.decide('1', 'decline')).toBe(true);
  expect(await answer).toEqual({ decision: 'decline' });
  expect(approvals.decide('1', 'accept')).toBe(false);
  client.notify({ method: 'serverRequest/resolved', params: { threadId: 't', requestId: 2 } });
  expect(ids()).toEqual(['3']);
  client.close();
  expect(ids()).toEqual([]);
});

test('the scripted model asks for one command, which the prompt may name, and answers its result with a message', async () => {
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
    const [other] = await ask([{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Run `ls`' }] }]);
    expect(JSON.parse(other?.arguments ?? '')).toMatchObject({ cmd: 'ls' });
    const answer = await ask([{ type: 'function_call_output', call_id: 'call_1', output: 'Linux' }]);
    expect(answer.map(({ type }) => type)).toEqual(['message']);
  } finally {
    await model.close();
  }
});
