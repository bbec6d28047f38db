import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** Runs one of the programs as a process of its own, as it is in the sources now, and returns what it wrote. */
export async function run(name: string, args: readonly string[], nodeOptions: readonly string[] = []): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'program-'));
  try {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      entryPoints: [join(import.meta.dirname, 'programs', `${name}.ts`)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
      // The SDK's packages are CommonJS and require Node's own modules.
      banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
    });
    const { stdout } = await promisify(execFile)(process.execPath, [...nodeOptions, outfile, ...args]);
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
