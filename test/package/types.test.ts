import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { root } from './npm.js';

const execute = promisify(execFile);

/** How a host's compiler may look for declarations; both files of ES modules and of CommonJS are compiled each time. */
const RESOLUTIONS = [
  { module: 'node16', moduleResolution: 'node16' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

describe.skipIf(inject('installed') === undefined).each(['sdk2', 'sdk3'] as const)('types, %s', (host) => {
  it.concurrent.each(RESOLUTIONS)('fit where $moduleResolution resolves them', async (resolution) => {
    const types = join(inject('installed')!.hosts[host].folder, `types-${resolution.moduleResolution}`);
    for (const type of ['module', 'commonjs']) {
      await mkdir(join(types, type), { recursive: true });
      await writeFile(join(types, type, 'package.json'), JSON.stringify({ type }));
      for (const file of ['config.ts', 'events.ts', 'names.ts', join(host, 'pipeline.ts')]) {
        await cp(join(root, 'test/types', file), join(types, type, file));
      }
    }
    expect(await compile(types, resolution)).toBe('');
  });
});

/** What the compiler has to say, as strict as it can be, about declarations of dependencies, too. */
async function compile(folder: string, resolution: object): Promise<string> {
  const compilerOptions = {
    ...resolution,
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    target: 'es2022',
    lib: ['es2022'],
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await execute(process.execPath, [tsc, '-p', folder]).catch(
    (error: unknown) => error as { stdout: string },
  );
  return stdout;
}
