import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mainScript, requireFromHost } from '../../src/instrumentation/host-package.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
const scriptOf = (argv: string[], execArgv: string[] = []) =>
  mainScript({ argv: ['/usr/bin/node', ...argv], execArgv });

it('the main script is the file behind a link, as of a command in node_modules/.bin', async () => {
  await writeFile(join(folder, 'cli.js'), '');
  await symlink(join(folder, 'cli.js'), join(folder, 'command'));
  expect(scriptOf([join(folder, 'command')])).toBe(join(folder, 'cli.js'));
});

it('a main script that was written without its extension keeps its folder', () => {
  expect(scriptOf([join(folder, 'server')])).toBe(join(folder, 'server'));
});

it.each<[what: string, argv: string[], execArgv: string[]]>([
  ['the REPL', [], []],
  ['an argument that is no path', ['checkout'], []],
  ['-e', ['/checkout/x.js'], ['-e', 'code']],
  ['-p', ['/checkout/x.js'], ['-p', 'code']],
  ['-pe', ['/checkout/x.js'], ['--require', './x.js', '-pe', 'code']],
  ['--eval', ['/checkout/x.js'], ['--eval', 'code']],
  ['--eval=', ['/checkout/x.js'], ['--eval=code']],
  ['--print', ['/checkout/x.js'], ['--print', 'code']],
])('there is no main script with %s', (_what, argv, execArgv) => {
  expect(scriptOf(argv, execArgv)).toBeUndefined();
});

it('options of Node that only look like code do not hide the main script', () => {
  expect(scriptOf(['/app/server.js'], ['--experimental-vm-modules', '--enable-source-maps', '-r', 'x'])).toBe(
    '/app/server.js',
  );
});

it('a package that is installed beside this one is found, another is not', () => {
  expect(requireFromHost('@opentelemetry/sdk-node')).toHaveProperty('NodeSDK');
  expect(requireFromHost('no-such-package')).toBeUndefined();
});
