import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const build = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));

/** Builds `dist/cli.js` out of the present sources, for the tests that start the command as a process. */
export default async function setup(): Promise<void> {
  await promisify(execFile)(process.execPath, [build, 'command']);
}
