// Builds dist/: the library as ES modules (dist/esm) and CommonJS (dist/cjs), and the command (dist/cli.js, and dist/cli/ with
// the parts that it loads when they are used). With `command` as its argument it builds the command alone, in half a second.
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, transform } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const { dependencies, peerDependencies } = JSON.parse(await readFile('package.json', 'utf8'));

const TARGET = { platform: 'node', target: 'node20' };

/** Code that several entries need is in files that they share: to load a file takes longer than to run it. */
const BUNDLE = { ...TARGET, absWorkingDir: root, bundle: true, splitting: true, format: 'esm', write: false };

const ENTRIES = ['index', 'events', 'wire', 'register'];

async function buildLibrary() {
  const { outputFiles } = await build({
    ...BUNDLE,
    entryPoints: ENTRIES.map((name) => `src/${name}.ts`),
    outdir: 'dist/esm',
    chunkNames: 'shared/[hash]',
    external: Object.keys({ ...dependencies, ...peerDependencies }),
    logLevel: 'warning',
  });
  const notice = await noticeOf('canonical-json');
  const writeBoth = async ({ path, text }) => {
    const code = text.includes('// node_modules/canonical-json/') ? `${notice}\n${text}` : text;
    await write(path, code);
    await write(join('dist/cjs', relative('dist/esm', path)), await toCommonJs(code));
  };
  await Promise.all(outputFiles.map(writeBoth));
}

/** The notice of a package of which the library carries a copy. */
async function noticeOf(name) {
  const { version, license, author } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8'));
  return `/*! ${name} ${version}, ${author}, ${license} License */`;
}

/** Both formats have the same declarations: those that lead from the entries. */
async function declare() {
  const args = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  try {
    await promisify(execFile)(process.execPath, args);
  } catch (error) {
    throw new Error(`tsc failed:\n${error.stdout ?? error}`, { cause: error });
  }
  const needed = new Set();
  for (const name of ENTRIES) await addDeclarations(join('dist/esm', `${name}.d.ts`), needed);
  for (const path of await readdir('dist/esm', { recursive: true }))
    if (path.endsWith('.d.ts') && !needed.has(join('dist/esm', path))) await rm(join('dist/esm', path));
  await cp('dist/esm', 'dist/cjs', { recursive: true, filter: (path) => !path.endsWith('.js') });
}

/** Adds a file of declarations, and those that it names. */
async function addDeclarations(path, needed) {
  if (needed.has(path)) return;
  needed.add(path);
  const names = (await readFile(path, 'utf8')).matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/g);
  for (const [, name] of names) await addDeclarations(join(dirname(path), `${name}.d.ts`), needed);
}

/**
 * The command carries the OpenTelemetry API and SDK in itself: it runs alone, whatever versions its host project has. It is
 * CommonJS, which Node loads faster, and at once: no event comes between an `import()` and the next step.
 */
async function buildCommand() {
  await rm('dist/cli', { recursive: true, force: true });
  const { outputFiles } = await build({
    ...BUNDLE,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    chunkNames: 'cli/[name]-[hash]',
    mainFields: ['module', 'main'],
    // The SDK imports these where it asks for the machine's id, which the command never does.
    external: ['./getMachineId-*'],
    legalComments: 'eof',
    logLevel: 'warning',
  });
  await Promise.all(outputFiles.map(async ({ path, text }) => write(path, await commandPart(path, text))));
  await chmod('dist/cli.js', 0o755);
  await writeFile('dist/package.json', '{"type":"commonjs"}\n');
}

async function commandPart(path, text) {
  const manifest = relative(dirname(path), 'package.json').replaceAll('\\', '/');
  const isEntry = path === resolve('dist/cli.js');
  return toCommonJs(text, {
    // `import()` becomes `require()`.
    supported: { 'dynamic-import': false },
    // Paths are resolved from the package, whose package.json holds them.
    define: { 'import.meta.url': 'manifest' },
    banner: `${isEntry ? '#!/usr/bin/env node\n' : ''}${text.includes('import.meta.url') ? `const manifest = require.resolve('${manifest}');` : ''}`,
  });
}

/**
 * A part takes what it needs of another when it loads: esbuild would ask the other part by a getter at each use. So no part
 * may change later what it exports, as esbuild's parts do where a CommonJS module requires an ES module.
 */
async function toCommonJs(text, options) {
  if (text.includes('__esm('))
    throw new Error('A CommonJS module of a dependency requires an ES module. Import neither.');
  const taken = text.replace(
    /^import \{([^{}]*)\} from ("\.[^"]*");$/gm,
    (_, names, path) => `const {${names.replaceAll(' as ', ': ')}} = require(${path});`,
  );
  const { code } = await transform(taken, { ...TARGET, format: 'cjs', ...options });
  return code;
}

async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function buildAll() {
  await rm('dist', { recursive: true, force: true });
  await Promise.all([buildLibrary(), declare(), buildCommand()]);
  await writeFile('dist/esm/package.json', '{"type":"module"}\n');
}

try {
  await (process.argv[2] === 'command' ? buildCommand() : buildAll());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
