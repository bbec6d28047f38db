// Writes test/protocol/codex-schema/<version>.json for a Codex binary: of the messages that we read, the members that we
// read, with their JSON types and the values of enumerations, from the JSON Schema that the binary generates of itself.
//
//     npm pack @openai/codex@0.171.0-linux-x64 && tar xzf openai-codex-0.171.0-linux-x64.tgz
//     node scripts/codex-schema.mjs package/vendor/*/bin/codex
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { formatted } from './formatted.mjs';

if (process.argv[2] === undefined) throw new Error('Usage: node scripts/codex-schema.mjs <codex binary>');
const codex = resolve(process.argv[2]);
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const { outputFiles } = await build({
  entryPoints: ['test/protocol/codex-schema/reduce.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { MESSAGES, reduce, toText } = await import(`data:text/javascript;base64,${code}`);

const run = promisify(execFile);
const version = /\d+\.\d+\.\d+\S*/.exec((await run(codex, ['--version'])).stdout)?.[0];
if (version === undefined) throw new Error(`${codex} --version prints no version.`);

const folder = await mkdtemp(join(tmpdir(), 'codex-schema-'));
try {
  await run(codex, ['app-server', 'generate-json-schema', '--experimental', '--out', folder]);
  const read = async (name) => {
    const path = ['v2', 'v1', '.'].map((under) => join(folder, under, `${name}.json`)).find((file) => existsSync(file));
    return path === undefined ? undefined : JSON.parse(await readFile(path, 'utf8'));
  };
  const unions = {
    client: await read('ClientRequest'),
    server: { definitions: {}, oneOf: [] },
  };
  for (const name of ['ServerNotification', 'ServerRequest']) {
    const { definitions, oneOf } = await read(name);
    unions.server.oneOf.push(...oneOf);
    Object.assign(unions.server.definitions, definitions);
  }

  const messages = {};
  for (const { name, method, sender, isResult, schema } of MESSAGES) {
    const { oneOf, definitions } = unions[sender];
    const params = oneOf.find(({ properties }) => properties.method.enum.includes(method))?.properties.params;
    if (params === undefined) continue;
    // The schema of a result is not linked to its method, but named like that of the parameters.
    const type = params.$ref?.replace('#/definitions/', '') ?? '';
    const found = isResult ? await read(type.replace(/Params$/, 'Response')) : { ...params, definitions };
    if (found === undefined) throw new Error(`There is no schema of the result of ${method}.`);
    const members = [...reduce(schema, found)].map(([path, member]) => [path, toText(member)]);
    messages[name] = Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  const path = `test/protocol/codex-schema/${version}.json`;
  await writeFile(path, await formatted(path, JSON.stringify(messages)));
  console.log(`${path}: ${Object.keys(messages).length} messages`);
} finally {
  await rm(folder, { recursive: true });
}
