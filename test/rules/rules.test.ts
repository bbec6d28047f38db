import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.js';

// A small project that breaks each rule of the house, and what the tools report when they check it.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = temporaryFolder();

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

/** Runs a tool, in the project if nothing else is said. Resolves with its standard output and standard error, whether it fails or not. */
async function run(
  tool: string,
  args: string[],
  cwd = folder,
): Promise<{ failed: boolean; stdout: string; stderr: string }> {
  const done = promisify(execFile)(process.execPath, [join(root, tool), ...args], { cwd });
  return done.then(
    (output) => ({ ...output, failed: false }),
    (error: unknown) => ({ ...(error as { stdout: string; stderr: string }), failed: true }),
  );
}

const OXLINT = 'node_modules/oxlint/bin/oxlint';

const importOf = (specifier: string) => `import { name } from '${specifier}';\nname();\n`;

/** The file that imports, its code, and the rule that it breaks. */
const WRONG: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['wire/a.ts', importOf('../protocol/target.js'), 'wire: rooms'],
  ['wire/b.ts', importOf('zod'), 'wire: packages'],
  ['protocol/a.ts', importOf('../session/target.js'), 'protocol: rooms'],
  ['protocol/b.ts', importOf('@opentelemetry/api'), 'protocol: packages'],
  ['protocol/c.ts', importOf('node:fs'), 'protocol: Node'],
  ['rollout/a.ts', importOf('../session/target.js'), 'rollout: rooms'],
  ['session/a.ts', importOf('../events/target.js'), 'session: rooms'],
  ['session/b.ts', importOf('../spans/target.js'), 'session: rooms'],
  ['session/c.ts', importOf('@opentelemetry/api'), 'session: packages'],
  ['session/d.ts', `import type { name } from '@opentelemetry/api';\nexport type B = name;\n`, 'session: packages'],
  ['session/e.ts', importOf('../guard.js'), 'session: rooms'],
  ['spans/a.ts', importOf('@opentelemetry/sdk-trace-node'), 'spans: packages'],
  ['spans/b.ts', `import type { name } from '../events/target.js';\nexport type B = name;\n`, 'spans: rooms'],
  ['spans/c.ts', `export * from '../events/target.js';\n`, 'spans: rooms'],
  ['spans/d.ts', `export const loaded = import('../events/target.js');\n`, 'spans: rooms'],
  ['spans/e.ts', `export type B = import('../events/target.js').name;\n`, 'spans: rooms'],
  ['spans/deep/f.ts', importOf('../../events/target.js'), 'spans: rooms'],
  ['events/a.ts', importOf('../protocol/target.js'), 'events: rooms'],
  ['events/projection/a.ts', importOf('node:crypto'), 'pure'],
  ['export/a.ts', importOf('../instrumentation/target.js'), 'export: rooms'],
  ['instrumentation/a.ts', importOf('../export/target.js'), 'instrumentation: rooms'],
  ['instrumentation/b.ts', importOf('../index.js'), 'instrumentation: rooms'],
  ['instrumentation/c.ts', importOf('opentelemetry-instrumentation-codex'), 'from within'],
  ['instrumentation/d.ts', importOf('./nowhere.js'), 'unresolved'],
  ['watch/a.ts', importOf('../export/target.js'), 'watch: rooms'],
  ['cli/a.ts', importOf('../protocol/target.js'), 'cli: rooms'],
  ['observer.ts', importOf('./events/target.js'), 'joins: rooms'],
  ['register.ts', importOf('./export/sdk.js'), 'library: packages'],
  ['guard.ts', importOf('./wire/target.js'), 'guard.ts: open'],
  ['session/circle/a.ts', `import type { B } from './b.js';\nexport type A = B | 1;\n`, 'circle'],
];

const RIGHT: readonly (readonly [file: string, code: string])[] = [
  ['protocol/right.ts', importOf('../wire/target.js') + importOf('zod').replaceAll('name', 'zod')],
  ['session/right.ts', importOf('../protocol/target.js') + `export { name as other } from '../counters.js';\n`],
  ['spans/right.ts', importOf('../session/target.js') + `export { name as other } from '../guard.js';\n`],
  ['export/right.ts', importOf('@opentelemetry/sdk-trace-node')],
  ['cli/right.ts', importOf('../index.js')],
];

/** The file, its code, and the rule of the house about code that it breaks, if it breaks one. */
const CODE: readonly (readonly [what: string, file: string, code: string, rule?: string])[] = [
  ['the clock', 'events/projection/clock.ts', 'export const now = Date.now();\n', 'no-restricted-globals'],
  ['a date of now', 'session/date.ts', 'export const now = new Date();\n', 'no-restricted-globals'],
  ['a timer', 'spans/timer.ts', 'setTimeout(() => {}, 1);\n', 'no-restricted-globals'],
  ['a timer by globalThis', 'protocol/global.ts', 'globalThis.setTimeout(() => {}, 1);\n', 'no-restricted-globals'],
  ['the clock', 'rollout/clock.ts', 'export const now = Date.now();\n', 'no-restricted-properties'],
  ['a file of 301 lines', 'cli/long.ts', 'export {};\n'.repeat(301), 'max-lines'],
  [
    'a literal that begins with a spread and goes on',
    'session/turns/spread.ts',
    'export const f = (a: object) => ({ ...a, b: 1 });\n',
    'no-leading-spread',
  ],
  ['a spread at the end of a literal', 'session/turns/end.ts', 'export const f = (a: object) => ({ b: 1, ...a });\n'],
  ['a copy', 'session/turns/copy.ts', 'export const f = (a: object) => ({ ...a });\n'],
  ['the clock', 'instrumentation/clock.ts', 'export const now = Date.now();\n'],
  ['a timestamp as text', 'rollout/text.ts', 'export const at = (text: string) => Date.parse(text);\n'],
  ['300 lines', 'cli/full.ts', 'export {};\n'.repeat(300)],
];

/** Breaks rules of oxlint. */
const ODD = `import { name } from './target.js';
export const later = async (way: 'a' | 'b'): Promise<name> => {
  Promise.resolve();
  switch (way) {
    case 'a':
  }
  try {
    return await Promise.resolve(1);
  } finally {
    // oxlint-disable-next-line eqeqeq
    return 1;
  }
};
`;
const ODD_TEST = `export const first = async (list: string[] | undefined) => {
  Promise.resolve(list!.length);
};
`;

const ROOMS = ['wire', 'protocol', 'rollout', 'session', 'spans', 'events', 'export', 'instrumentation'];
const PACKAGES = ['zod', '@opentelemetry/api', '@opentelemetry/sdk-trace-node'];

let house: { failed: boolean; stderr: string };
let unused: string;
let odd: readonly { readonly code?: string; readonly message: string; readonly filename: string }[];

beforeAll(async () => {
  const exported = 'export const name = () => 1;\nexport type name = 1;\n';
  const manifest = { name: 'opentelemetry-instrumentation-codex', version: '1.0.0', type: 'module' };
  write('package.json', JSON.stringify({ ...manifest, exports: './dist/index.js', dependencies: { zod: '*' } }));
  write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'nodenext' } }));
  write('CONTRIBUTING.md', '<!-- house: written by `npm run house` -->\n<!-- /house -->\n');
  write('dist/index.js', exported);
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', exports: './index.js' }));
    write(`node_modules/${name}/index.js`, exported);
  }
  for (const room of ROOMS) write(`src/${room}/target.ts`, exported);
  write('src/session/circle/b.ts', `import type { A } from './a.js';\nexport type B = A | 2;\n`);
  write('src/export/sdk.ts', `export { name } from '@opentelemetry/sdk-trace-node';\n`);
  write('src/index.ts', `export { name } from './counters.js';\n`);
  write('src/counters.ts', `${exported}export const dead = 1;\n`);
  write('src/homeless.ts', exported);
  for (let n = 0; n < 13; n++) write(`src/watch/crowded/${n}.ts`, exported);
  for (const [file, code] of [...WRONG, ...RIGHT]) write(`src/${file}`, code);
  for (const [, file, code] of CODE) write(`src/${file}`, code);

  write('src/watch/odd.ts', ODD);
  write('test/odd.test.ts', ODD_TEST);
  write('oxlint.config.js', `export { default } from '${new URL('../../oxlint.config.js', import.meta.url).href}';\n`);

  const config = (name: string) => ['--config', join(root, name)];
  const [check, knip, oxlint] = await Promise.all([
    run('scripts/house.mjs', ['--check']),
    run('node_modules/knip/bin/knip.js', [...config('knip.config.js'), '--reporter', 'symbols', '--no-config-hints']),
    // The part of it that knows types is found from where it starts.
    run(
      OXLINT,
      [
        '--config',
        join(folder, 'oxlint.config.js'),
        '--format',
        'json',
        join(folder, 'src/watch'),
        join(folder, 'test'),
        ...CODE.map(([, file]) => join(folder, 'src', file)),
      ],
      root,
    ),
  ]);
  house = check;
  unused = knip.stdout;
  odd = (JSON.parse(oxlint.stdout) as { diagnostics: typeof odd }).diagnostics;
});

/** The rules that a file's imports break. */
const brokenBy = (file: string) =>
  [...house.stderr.matchAll(/^(.+): (src\S+) → /gm)]
    .filter(([, , from]) => from === `src/${file}`)
    .map(([, rule]) => rule);

it('lets each room import only from rooms before it', async () => {
  const { href } = new URL('../../rooms.config.js', import.meta.url);
  const { rooms } = (await import(href)) as { rooms: Record<string, { imports: string[] }> };
  const names = Object.keys(rooms);
  const backwards = Object.entries(rooms).flatMap(([room, { imports }]) =>
    imports.filter((other) => !names.slice(0, names.indexOf(room)).includes(other)).map((other) => [room, other]),
  );
  expect(names).toContain('session');
  expect(backwards).toEqual([]);
});

describe('dependency-cruiser', () => {
  it.each(WRONG)('src/%s breaks a rule: %s', (file, _code, rule) => {
    expect(brokenBy(file)).toContain(rule);
  });

  it.each(RIGHT)('src/%s breaks no rule', (file) => {
    expect(brokenBy(file)).toEqual([]);
  });
});

describe('knip', () => {
  it('reports files, exports and dependencies that nothing uses', () => {
    expect(unused).toMatch(/Unused files[^]*src\/watch\/crowded\/1\.ts/);
    expect(unused).toMatch(/Unused exports[^]*dead +src\/counters\.ts/);
    expect(unused).toMatch(/Unused dependencies[^]*zod/);
  });
});

describe('the house', () => {
  it.each([
    ['a file outside of all rooms', 'src/homeless.ts belongs to no room'],
    ['a folder of 13 files', 'src/watch/crowded holds 13 files; 12 is the most'],
    ['an exception that nothing needs', 'src/events/schema is not large'],
    ['a rule for a file that is gone', 'src/wire/lines.ts of rooms.config.js does not exist'],
    ['a picture that is out of date', 'The picture in CONTRIBUTING.md is out of date'],
  ])('does not allow %s', (_what, complaint) => {
    expect(house.failed).toBe(true);
    expect(house.stderr).toContain(complaint);
  });
});

describe('oxlint', () => {
  const brokenIn = (file: string) =>
    odd.filter(({ filename }) => filename.endsWith(file)).map(({ code, message }) => code ?? message);

  it.each([
    ['a rule of the core', /^eslint\(no-unsafe-finally\)/],
    ['a rule that needs types', /^typescript\(no-floating-promises\)/],
    ['a rule that needs types, with an option', /^typescript\(switch-exhaustiveness-check\)/],
    ['a rule that no preset has', /^typescript\(consistent-type-imports\)/],
    ['a comment that disables nothing', /^Unused oxlint-disable directive/],
  ])('reports %s', (_what, report) => {
    expect(brokenIn('src/watch/odd.ts')).toContainEqual(expect.stringMatching(report));
  });

  it.each(CODE.filter(([, , , rule]) => rule !== undefined))('does not allow %s in %s', (_what, file, _code, rule) => {
    expect(brokenIn(`src/${file}`)).toContainEqual(expect.stringContaining(`(${rule})`));
  });

  it.each(CODE.filter(([, , , rule]) => rule === undefined))('allows %s in %s', (_what, file) => {
    expect(brokenIn(`src/${file}`)).toEqual([]);
  });

  it('allows a test an assertion that a value is there, and an async function that waits for nothing', () => {
    expect(brokenIn('test/odd.test.ts')).toEqual(['typescript(no-floating-promises)']);
  });

  it('lacks the rules that the configuration lists as missing', async () => {
    const { href } = new URL('../../oxlint.config.js', import.meta.url);
    const { missing } = (await import(href)) as { missing: string[] };
    const { stdout } = await run(OXLINT, ['--rules', '--format', 'json']);
    const known = (JSON.parse(stdout) as { value: string }[]).map(({ value }) => value);
    expect(known).toContain('no-floating-promises');
    expect(missing.filter((rule) => known.includes(rule.replace('@typescript-eslint/', '')))).toEqual([]);
  });
});
