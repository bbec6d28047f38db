import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, inject, it } from 'vitest';
import { snippetsOf } from '../docs/snippets.js';

/** The Collector configurations of docs/back-ends.md, validated by the real Collector. */

const run = promisify(execFile);

/** `# langfuse.yaml`, the first line of a configuration, is its name. */
const recipes = snippetsOf('docs/back-ends.md')
  .filter(({ language, code }) => language === 'yaml' && code.startsWith('# '))
  .map(({ code }) => ({ name: code.slice(2, code.indexOf('\n')), code }));
const others = recipes.map(({ name }) => name).filter((name) => name !== 'base.yaml');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(inject('folder'), 'recipes-'));
  for (const { name, code } of recipes) await writeFile(join(folder, name), code);
});

const validate = (...names: readonly string[]) =>
  run(inject('collectorBinary'), ['validate', ...names.flatMap((name) => ['--config', join(folder, name)])]);

it('there is a beginning that all share, and more than ten recipes', () => {
  expect(recipes.map(({ name }) => name)).toContain('base.yaml');
  expect(others.length).toBeGreaterThan(10);
});

it.each(others)('%s is valid', async (name) => {
  await validate('base.yaml', name);
});

it('a mistake in a configuration is found', async () => {
  const broken = recipes.find(({ name }) => name === 'lift.yaml')!.code.replace('set(log.', 'set(lag.');
  await writeFile(join(folder, 'broken.yaml'), broken);
  await expect(validate('base.yaml', 'broken.yaml')).rejects.toThrow(/lag/);
});
