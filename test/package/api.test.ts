import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './npm.js';

interface Script {
  apiPage(): Promise<string>;
}

it('docs/api.md is of the built declarations (`npm run api` writes it anew)', async () => {
  const script = new URL('../../scripts/api.mjs', import.meta.url).href;
  const { apiPage } = (await import(script)) as Script;
  expect(await readFile(join(root, 'docs/api.md'), 'utf8')).toBe(await apiPage());
});
