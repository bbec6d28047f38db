import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { demo } from '../../src/cli/demo.js';

interface PictureScript {
  readonly COLUMNS: number;
  pictureOf(output: string): string;
}

describe('the picture in the README', () => {
  test('shows what the demo writes (`npm run picture` draws it anew)', async () => {
    const script = new URL('../../scripts/picture.mjs', import.meta.url).href;
    const { COLUMNS, pictureOf } = (await import(script)) as PictureScript;
    const output = await demo({ columns: COLUMNS, color: true }, 'codex-otel');
    expect(pictureOf(output)).toBe(await readFile('docs/images/waterfall.svg', 'utf8'));
  });
});
