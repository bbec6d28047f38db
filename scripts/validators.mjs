// Writes src/events/generated/validators.ts: a function for each zod schema of an event, in straight-line code. With zod,
// every host would load it, and it would generate code from strings at run time. A test holds both against each other. With
// --check it writes nothing, and fails if the file is not the present one.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { formatted } from './formatted.mjs';
import { ValidatorWriter } from './validator-writer.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const PATH = 'src/events/generated/validators.ts';

const { outputFiles } = await build({
  entryPoints: ['src/events/schema/index.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
});
const { eventSchemas } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const writer = new ValidatorWriter();
const entries = Object.entries(eventSchemas).map(
  ([type, schema]) => `${type}: ${writer.check(schema, type.replace(/^codex_/, ''))}`,
);
const functions = writer.code();
const steps = ['alone', 'anyOf', 'boolean', 'count', 'integer', 'isObject', 'listOf', 'matching', 'misfit', 'oneOf'];
steps.push('placeOf', 'recordOf', 'text');
const code = `// Written by \`npm run readers\` from the zod schemas in src/events/schema. Do not edit.
// @ts-nocheck: validate.ts gives these functions their types.
import { ${steps.join(', ')} } from '../checks.js';

${functions}

export const validators = { ${entries.join(', ')} };
`;
const text = await formatted(PATH, code);
if (process.argv.includes('--check')) process.exitCode = text === (await readFile(PATH, 'utf8')) ? 0 : 1;
else await writeFile(PATH, text);
