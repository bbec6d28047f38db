// Builds dist/: the library as ES modules (dist/esm) and CommonJS (dist/cjs), and the command as one file (dist/cli.js).
// With `command` as its argument it builds the command alone, which takes half a second.
import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const run = promisify(execFile);

async function compile(project) {
  try {
    await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project]);
  } catch (error) {
    throw new Error(`tsc -p ${project} failed:\n${error.stdout ?? error}`, { cause: error });
  }
}

async function buildEsm() {
  await compile('tsconfig.esm.json');
}

async function buildCjs() {
  await compile('tsconfig.cjs.json');
  await writeFile('dist/cjs/package.json', '{"type":"commonjs"}\n');
  await inlineForCjs('canonical-json');
}

// canonical-json is published as an ES module only, which require() of Node 20 cannot load. So the CommonJS build
// carries its own copy, and the requires of it point there.
async function inlineForCjs(name) {
  const { version, license, author } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8'));
  const copy = `dist/cjs/${name}.js`;
  await build({
    entryPoints: [`node_modules/${name}/index.js`],
    outfile: copy,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    banner: { js: `/*! ${name} ${version}, ${author}, ${license} License */` },
  });
  for (const entry of await readdir('dist/cjs', { recursive: true })) {
    if (!entry.endsWith('.js') || entry === `${name}.js`) continue;
    const file = join('dist/cjs', entry);
    const code = await readFile(file, 'utf8');
    if (!code.includes(`require("${name}")`)) continue;
    const path = relative(dirname(file), copy).replaceAll('\\', '/');
    await writeFile(
      file,
      code.replaceAll(`require("${name}")`, `require("${path.startsWith('.') ? path : `./${path}`}")`),
    );
  }
}

// The command carries the OpenTelemetry API and SDK in itself: it runs alone, whatever versions its host project has.
async function buildCommand() {
  await build({
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    legalComments: 'eof',
    logLevel: 'warning',
    banner: {
      js: [
        '#!/usr/bin/env node',
        // Bundled CommonJS may still ask for Node's own modules by require().
        "import { createRequire as createRequireForBundle } from 'node:module';",
        'const require = createRequireForBundle(import.meta.url);',
      ].join('\n'),
    },
  });
  await chmod('dist/cli.js', 0o755);
}

async function buildAll() {
  await rm('dist', { recursive: true, force: true });
  await mkdir('dist/cjs', { recursive: true });
  await Promise.all([buildEsm(), buildCjs(), buildCommand()]);
}

try {
  await (process.argv[2] === 'command' ? buildCommand() : buildAll());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
