// Writes schema/: the JSON Schema of every analytics event, one file an event type, generated from the zod schemas.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const { outputFiles } = await build({
  entryPoints: ['src/events/schema/index.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { toJsonSchemas } = await import(`data:text/javascript;base64,${code}`);

await rm('schema', { recursive: true, force: true });
await mkdir('schema');
for (const [type, schema] of Object.entries(toJsonSchemas())) {
  await writeFile(join('schema', `${type}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
