import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const ROOMS = ['wire', 'protocol', 'session', 'spans', 'events', 'export', 'instrumentation', 'cli'];
const LEFT_OF: Record<string, string[]> = {
  ...Object.fromEntries(ROOMS.map((room, index) => [room, ROOMS.slice(0, index)])),
  // Events know facts, never messages.
  events: ['wire', 'session', 'spans'],
};

// The project's own configuration; rules that need types are off, for the files exist only here.
const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: [tseslint.configs.disableTypeChecked],
});

/** What the room rules say about a file of this content at this path. */
async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  const broken = result?.messages.filter((message) => message.ruleId === null) ?? [];
  expect(broken).toEqual([]);
  return (result?.messages ?? []).map((message) => message.ruleId ?? '').filter((rule) => rule.startsWith('no-restr'));
}

const importOf = (specifier: string) => `import { name } from '${specifier}';\nname();\n`;

describe.each(ROOMS)('src/%s', (room) => {
  const left = LEFT_OF[room] ?? [];
  const others = ROOMS.filter((other) => other !== room && !left.includes(other));

  it.each(left)('may import from %s', async (other) => {
    expect(await complaints(`src/${room}/virtual.ts`, importOf(`../${other}/x.js`))).toEqual([]);
  });

  it.runIf(others.length > 0).each(others)('must not import from %s', async (other) => {
    expect(await complaints(`src/${room}/virtual.ts`, importOf(`../${other}/x.js`))).toEqual(['no-restricted-imports']);
  });

  it('may import from itself, the counters and the version', async () => {
    const code = importOf('./x.js') + `export { Counters } from '../counters.js';\nexport * from '../version.js';\n`;
    expect(await complaints(`src/${room}/virtual.ts`, code)).toEqual([]);
  });
});

describe('a wrong arrow is an error', () => {
  it.each([
    ['as a type only', `import type { A } from '../events/x.js';\nexport type B = A;\n`],
    ['as a re-export', `export * from '../events/x.js';\n`],
    ['to a barrel', importOf('../events/index.js')],
    ['around the rooms', importOf('../index.js')],
    ["by the package's own name", importOf('opentelemetry-instrumentation-codex/events')],
    ['as import()', `export const loaded = import('../events/x.js');\n`],
    ['as an import type', `export type B = import('../events/x.js').A;\n`],
  ])('%s', async (_how, code) => {
    expect(await complaints('src/spans/virtual.ts', code)).toHaveLength(1);
  });

  it('from a folder within a room', async () => {
    expect(await complaints('src/spans/deep/virtual.ts', importOf('../../events/x.js'))).toHaveLength(1);
  });
});

describe('what a room must not know', () => {
  it.each([
    ['wire', 'zod'],
    ['wire', '@opentelemetry/api'],
    ['protocol', '@opentelemetry/api'],
    ['protocol', '@opentelemetry/sdk-trace-node'],
    ['events', '../protocol/x.js'],
  ])('%s does not import %s', async (room, specifier) => {
    expect(await complaints(`src/${room}/virtual.ts`, importOf(specifier))).toEqual(['no-restricted-imports']);
  });

  it.each([
    ['protocol', 'zod'],
    ['spans', '@opentelemetry/api'],
    ['events', 'zod'],
  ])('%s may import %s', async (room, specifier) => {
    expect(await complaints(`src/${room}/virtual.ts`, importOf(specifier))).toEqual([]);
  });
});

describe('a projection', () => {
  it.each([
    ['protocol messages', importOf('../../protocol/x.js')],
    ['the rooms to its right', importOf('../../export/x.js')],
    ['the file system', importOf('node:fs')],
    ['promises of the file system', importOf('node:fs/promises')],
    ['timers', importOf('node:timers')],
    ['the clock', 'export const now = Date.now();\n'],
    ["the clock in a date's guise", 'export const now = new Date();\n'],
  ])('knows nothing of %s', async (_what, code) => {
    expect(await complaints('src/events/projection/virtual.ts', code)).toHaveLength(1);
  });

  it('may read facts and schemas, and make a date of a given time', async () => {
    const code =
      `import type { Facts } from '../../session/facts/index.js';\n` +
      `import { schema } from '../schema/x.js';\n` +
      'export const when = (facts: Facts) => schema(new Date(facts.endTimeMs));\n';
    expect(await complaints('src/events/projection/virtual.ts', code)).toEqual([]);
  });
});
