import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.js';

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = temporaryFolder();

it.skipIf(process.platform === 'win32')(
  'run -- codex on Windows runs the script codex.cmd, as npm installs it, by the command interpreter',
  async () => {
    const preload = join(folder, 'windows.mjs');
    writeFileSync(preload, "Object.defineProperty(process, 'platform', { value: 'win32' });");
    writeFileSync(join(folder, 'codex.CMD'), '');
    const interpreter = join(folder, 'interpreter');
    writeFileSync(interpreter, '#!/bin/sh\nprintf "%s\\n" "$@"\n');
    chmodSync(interpreter, 0o755);
    const words = ['--import', pathToFileURL(preload).href, COMMAND, 'run', '--', 'codex', 'app-server', '-c', 'a b'];
    const env = { PATH: folder, PATHEXT: '.EXE;.CMD', comspec: interpreter, HOME: folder, OTEL_SDK_DISABLED: 'true' };
    const running = promisify(execFile)(process.execPath, words, { env });
    running.child.stdin?.end();
    const { stdout } = await running;
    expect(stdout.trimEnd().split('\n')).toEqual(['/d', '/s', '/c', '"codex ^"app-server^" ^"-c^" ^"a^ b^""']);
  },
);
