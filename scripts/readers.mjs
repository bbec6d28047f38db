// Writes src/protocol/generated/readers.ts: one function for each zod schema of a message in use, which reads the value as
// the schema does, in straight-line code. zod itself takes many times as long, and the library would have to load it.
// A test holds both against each other. With --check it writes nothing, and fails if the file is not the present one.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { formatted } from './formatted.mjs';
import { ReaderWriter } from './reader-writer.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const PATH = 'src/protocol/generated/readers.ts';

async function load(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

const { messages, items, conversions, shortening, times } = await load(`
  export * as messages from './src/protocol/schema/messages.ts';
  export * as items from './src/protocol/schema/items.ts';
  export * as conversions from './src/protocol/schema/conversions.ts';
  export * as shortening from './src/wire/shorten.ts';
  export * as times from './src/wire/time.ts';
`);

const writer = new ReaderWriter([
  { from: '../schema/conversions.js', names: conversions },
  { from: '../../wire/shorten.js', names: shortening },
  { from: '../../wire/time.js', names: times },
]);

/** The item of a turn is read by its type; its schema is a function, which no generator looks into. */
writer.define(items.item, 'item', (value) => {
  const cases = Object.entries(items.spanItems).map(
    ([type, schema]) => `case ${JSON.stringify(type)}: return ${writer.reader(schema, type)}(${value});`,
  );
  return `
    if (!isObject(${value})) return NONE;
    switch (${value}.type) {
      ${cases.join('\n')}
      default: {
        const counted = ${writer.reader(items.countedItem, 'counted')}(${value});
        if (counted === NONE) return NONE;
        const { type, id, content } = counted;
        if (type === 'userMessage') return { type: 'counted', itemType: type, id, input: content };
        return { type: 'counted', itemType: type, id };
      }
    }`;
});

const exported = (schema, name) => `exported(${writer.reader(schema, name)})`;

/** An object of readers by the names of the schemas; a schema may be an object of schemas. */
const table = (schemas, within = '') =>
  `{ ${Object.entries(schemas)
    .map(([name, schema]) => {
      const read = '_zod' in schema ? exported(schema, within + name) : table(schema, `${within}${name}/`);
      return `${JSON.stringify(name)}: ${read}`;
    })
    .join(', ')} }`;

const tables = ['notifications', 'clientRequests', 'userRequests'].map(
  (name) => `export const ${name} = ${table(messages[name])};`,
);
tables.push(`export const rpcError = ${exported(messages.rpcError, 'rpcError')};`);
tables.push(`export const item = ${exported(items.item, 'item')};`);

const text = `// Written by \`npm run readers\` from the zod schemas in src/protocol/schema. Do not edit.
// @ts-nocheck: readers.ts gives these functions their types.
${writer.code()}
${tables.join('\n')}
`;
const code = await formatted(PATH, text);
if (process.argv.includes('--check')) process.exitCode = code === (await readFile(PATH, 'utf8')) ? 0 : 1;
else await writeFile(PATH, code);
