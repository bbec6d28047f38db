import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Page } from '../../docs/page.js';
import { Receiver } from '../../export/receiver.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { cachedFolder } from '../cache.js';
import { PATH_WITH_CODEX } from '../codex.js';
import { prepare, type ExecPlace } from './exec-run.js';
import { ScriptedModel } from '../scripted-model.js';

/** The newest that npm has, without the Codex of its own: another one is named. */
const SDK = '@openai/codex-sdk@0.163.0';

const run = promisify(execFile);
const folder = temporaryFolder();
const model = new ScriptedModel();
let sdk: string;
let place: ExecPlace;
beforeAll(async () => {
  sdk = await cachedFolder('codex-sdk-0.163.0', async (target) => {
    const options = ['--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', ['install', ...options, '--prefix', target, SDK]);
  });
  place = { folder: join(realpathSync(folder), 'run'), model, modelUrl: await model.start() };
});
afterAll(() => model.stop());

/** Two turns of one thread, with a working directory and a schema; prints what the SDK makes of them. */
const host = (module: string, codex: string, project: string) => `
import { Codex } from ${JSON.stringify(module)};
const codex = new Codex({ codexPathOverride: ${JSON.stringify(codex)} });
const thread = codex.startThread({ workingDirectory: ${JSON.stringify(project)}, sandboxMode: 'danger-full-access' });
const first = await thread.run('Please work');
const outputSchema = { type: 'object', properties: {}, additionalProperties: false };
const second = await thread.run('Hello', { outputSchema });
const kinds = (turn) => [turn.items.map((item) => item.type + ' ' + (item.status ?? '')), turn.finalResponse, turn.usage];
console.log(JSON.stringify([typeof thread.id, kinds(first), kinds(second)]));
`;

async function turnsBy(codex: string, env: Readonly<Record<string, string>>): Promise<string> {
  prepare({ name: 'sdk', args: [] }, place);
  const module = pathToFileURL(join(sdk, 'node_modules/@openai/codex-sdk/dist/index.js')).href;
  const program = host(module, codex, join(place.folder, 'project'));
  const home = join(place.folder, 'home');
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, PATH: PATH_WITH_CODEX, CODEX_HOME: home, OTEL_METRICS_EXPORTER: 'none', ...env },
  });
  return stdout;
}

it('the TypeScript SDK works with the wrapper of docs/exec.md as with Codex itself, and its turns are seen', async () => {
  await using receiver = await Receiver.start();
  const [script = ''] = new Page('docs/exec.md').section('The TypeScript SDK').match(/#!\/bin\/sh\n[^`]*/)!;
  mkdirSync(join(folder, 'bin'));
  const wrapper = join(folder, 'bin', 'codex-observed');
  writeFileSync(wrapper, script);
  chmodSync(wrapper, 0o755);
  const direct = join(folder, 'bin', 'codex-direct');
  writeFileSync(direct, '#!/bin/sh\nexec codex "$@"\n');
  chmodSync(direct, 0o755);

  const plain = await turnsBy(direct, {});
  expect(plain).toContain('command_execution completed');
  const observed = await turnsBy(wrapper, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
  expect(observed).toBe(plain);
  expect(readFileSync(join(place.folder, 'project', 'patched.txt'), 'utf8')).toBe('by patch\n');
  const names = receiver.spans.map(({ name }) => name).sort();
  expect(names.filter((name) => name === 'invoke_agent codex')).toHaveLength(2);
  expect(names).toContain('execute_tool unified_exec');
  expect(names).toContain('execute_tool apply_patch');
  expect(new Set(receiver.spans.map(({ traceId }) => traceId)).size).toBe(1);
});
