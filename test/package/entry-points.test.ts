import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { root } from './npm.js';

/** What the built files import from elsewhere, followed through all that they reach of this package. */
async function importsOf(files: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: files.map((file) => join(root, file)),
    outdir: 'unused',
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    metafile: true,
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  return [...new Set(imports)].filter((path) => !path.startsWith('node:')).sort();
}

const filesOf = (condition: 'import' | 'require') =>
  Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? [] : [entry[condition].default]));

describe('what the library imports', () => {
  it('is the OpenTelemetry API and its two dependencies, never an SDK', async () => {
    expect(filesOf('import')).toHaveLength(4);
    expect(await importsOf(filesOf('import'))).toEqual(['@opentelemetry/api', 'canonical-json', 'zod']);
  });

  it('is as little in CommonJS, which carries canonical-json in itself', async () => {
    expect(await importsOf(filesOf('require'))).toEqual(['@opentelemetry/api', 'zod']);
  });

  it('stands in package.json', () => {
    const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
    expect(declared.sort()).toEqual(['@opentelemetry/api', 'canonical-json', 'zod']);
  });
});

describe('what the command imports', () => {
  it('is nothing but Node’s own modules', async () => {
    const code = await readFile(join(root, 'dist/cli.js'), 'utf8');
    // Bundled CommonJS asks by a `require` of the file's own, which a bundler does not follow.
    const required = [...code.matchAll(/\brequire\d*\(["']([^"']+)["']\)/g)].map(([, name]) => name!);
    const imported = await importsOf(['dist/cli.js']);
    const strangers = [...imported, ...required].filter((name) => !isBuiltIn(name));
    expect(strangers).toEqual([]);
  });
});

const isBuiltIn = (name: string) => name.startsWith('node:') || builtinModules.includes(name);
