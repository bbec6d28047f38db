import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { findRollouts, rolloutFolders } from '../../rollout/files/folder.js';
import { codexHome, daemonSocket } from '../../watch/relay/address.js';
import { isListening } from '../../watch/relay/listening.js';
import { counted } from '../view/quantities.js';
import { note, ok, PATIENCE_MS, wrong, type Finding } from './finding.js';

/** The Codex that is there, what it wrote and whether its daemon runs, with the ways in which each would be observed. */
export async function codexFindings(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const binaries = binariesIn(env['PATH'] ?? '');
  const found = await Promise.all(binaries.map((file, index) => versionFinding(file, index === 0)));
  if (found.length === 0) found.push(note('There is no codex on the PATH.'));
  return [...found, await homeFinding(codexHome(env)), await daemonFinding(daemonSocket(codexHome(env)))];
}

function binariesIn(PATH: string): string[] {
  const names = process.platform === 'win32' ? ['codex.exe', 'codex.cmd'] : ['codex'];
  const files = PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  const executables = files.filter(isExecutable);
  const targets = executables.map((file) => realpathSync(file));
  return executables.filter((_, index) => targets.indexOf(targets[index] ?? '') === index);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function versionFinding(file: string, isFirst: boolean): Promise<Finding> {
  const output = await new Promise<string>((resolve) => {
    const isScript = file.endsWith('.cmd');
    execFile(file, ['--version'], { timeout: PATIENCE_MS, shell: isScript }, (error, stdout) =>
      resolve(error ? '' : stdout),
    );
  });
  const [, version] = /(\d+\.\d+\.\d+\S*)/.exec(output) ?? [];
  if (version === undefined) return wrong(`${file} does not print its version.`);
  const ways = isFirst
    ? ': codex-otel run observes it (the terminal interface through a relay, exec by its rollout, app-server as a proxy)'
    : ' comes later on the PATH';
  return ok(`Codex ${version}, ${file}${ways}.`);
}

async function homeFinding(home: string): Promise<Finding> {
  if (!existsSync(home))
    return note(`There is no ${home}: Codex was not used yet, or CODEX_HOME names another folder.`);
  try {
    const folders = rolloutFolders(home).filter(existsSync);
    const files = (await Promise.all(folders.map((folder) => findRollouts(folder)))).flat();
    return ok(
      `${counted(files.length, 'rollout')} in ${home}: codex-otel watch follows them, codex-otel replay reads them.`,
    );
  } catch (error) {
    return wrong(`The rollouts in ${home} cannot be read: ${(error as Error).message}`);
  }
}

async function daemonFinding(socket: string): Promise<Finding> {
  if (!existsSync(socket)) return note('No local server of Codex runs.');
  return (await isListening({ path: socket }))
    ? ok(`A local server of Codex answers at ${socket}.`)
    : note(`No local server of Codex runs; ${socket} is left of one.`);
}
