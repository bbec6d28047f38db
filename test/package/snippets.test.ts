import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { PAGES, snippetsOf } from '../docs/snippets.js';
import { root } from './npm.js';
import { runNode } from './program.js';

const execute = promisify(execFile);

const snippets = PAGES.flatMap(snippetsOf);
const modules = snippets.filter(({ language }) => /^(js|ts)$/.test(language));

/** Nothing is sent anywhere. */
const QUIET = { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' };

/** A snippet's place in a host's folder. */
const fileOf = ({ at, language }: { at: string; language: string }) =>
  `snippets/${at.replaceAll(/\W+/g, '-')}.${language === 'ts' ? 'mts' : 'mjs'}`;

it('there are snippets, and each is a whole module', () => {
  expect(modules.length).toBeGreaterThan(3);
  expect(modules.filter(({ code }) => !code.startsWith('import ')).map(({ at }) => at)).toEqual([]);
});

describe.skipIf(inject('installed') === undefined).each(['sdk2', 'sdk3'] as const)('snippets, %s', (host) => {
  const fitting = modules.filter(({ only }) => only === '' || only === host);
  let folder: string;

  beforeAll(async () => {
    folder = inject('installed')!.hosts[host].folder;
    await mkdir(join(folder, 'snippets'), { recursive: true });
    for (const snippet of fitting) await writeFile(join(folder, fileOf(snippet)), snippet.code);
  });

  it('compile', async () => {
    const compilerOptions = {
      module: 'node16',
      noEmit: true,
      strict: true,
      allowJs: true,
      checkJs: true,
      skipLibCheck: true,
      target: 'es2022',
      lib: ['es2022'],
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    };
    await writeFile(join(folder, 'snippets/tsconfig.json'), JSON.stringify({ compilerOptions }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await execute(process.execPath, [tsc, '-p', join(folder, 'snippets')]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  });

  it.each(fitting.filter(({ language }) => language === 'js'))('$at runs and ends by itself', async (snippet) => {
    expect(await runNode(host, [fileOf(snippet)], { env: QUIET })).toMatchObject({ stderr: '' });
  });
});

describe('commands', () => {
  const commands = snippets
    .filter(({ language }) => language === 'sh')
    .flatMap(({ at, code }) => [...code.matchAll(/codex-otel ([^\n#|]+)/g)].map(([, args]) => ({ at, args: args! })));

  const help = async (...args: string[]) => {
    const { stdout } = await execute(process.execPath, [join(root, 'dist/cli.js'), ...args, '--help']);
    return stdout;
  };

  it.each(commands)('$at: codex-otel $args', async ({ args }) => {
    const [command = '', ...rest] = args.trim().split(/\s+/);
    if (command.startsWith('-')) return;
    const separator = rest.indexOf('--');
    const options = rest.slice(0, separator === -1 ? undefined : separator).filter((word) => word.startsWith('--'));
    expect(await help()).toMatch(new RegExp(`^ +${command} `, 'm'));
    const usage = await help(command);
    for (const option of options) expect(usage).toContain(option);
  });
});
