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
  it.each(['import', 'require'] as const)(
    'is the OpenTelemetry API and its dependency, never an SDK (%s)',
    async (how) => {
      expect(filesOf(how)).toHaveLength(4);
      expect(await importsOf(filesOf(how))).toEqual(['@opentelemetry/api', 'zod']);
    },
  );

  it.each(['import', 'require'] as const)('is the API alone, but for the schemas of /events (%s)', async (how) => {
    const others = filesOf(how).filter((file) => !file.endsWith('/events.js'));
    expect(others).toHaveLength(3);
    expect(await importsOf(others)).toEqual(['@opentelemetry/api']);
  });

  it('stands in package.json', () => {
    const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
    expect(declared.sort()).toEqual(['@opentelemetry/api', 'zod']);
  });
});

describe('what the command imports', () => {
  it('is nothing but Node’s own modules', async () => {
    const imported = await importsOf(['dist/cli.js']);
    expect(imported).toContain('http');
    expect(imported.filter((name) => !builtinModules.includes(name))).toEqual([]);
  });
});
