import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The package as a user gets it: packed, and installed into hosts by npm. */

export const root = fileURLToPath(new URL('../../', import.meta.url));
const hosts = fileURLToPath(new URL('hosts/', import.meta.url));

const execute = promisify(execFile);

/** Where nobody answers, it takes seconds to know and not minutes. */
const RETRIES = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=3000'];
/** Npm's options for all installs here. Install scripts are left out: those of the SDK's dependencies only print. */
const INSTALL = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', ...RETRIES];
/** What would only be warned of is an error: a Node or a peer dependency that does not fit. */
const STRICT = ['--engine-strict', '--strict-peer-deps'];

interface NpmOptions {
  readonly cwd: string;
  /** The Node to run on. Default: this process's own. */
  readonly node?: string | undefined;
}

/** Runs npm as found. Resolves with what it said. */
async function npm(args: readonly string[], { cwd, node = process.execPath }: NpmOptions) {
  const PATH = [dirname(node), process.env['PATH']].join(delimiter);
  return execute('npm', args, { cwd, env: { ...process.env, PATH } });
}

/** Runs the package's command in `folder` by npm, as for somebody who has nothing: neither the package nor a cache. */
export async function npx(tarball: string, args: readonly string[], folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const cache = `--cache=${folder}-cache`;
  const { stdout } = await npm(['exec', '--yes', cache, `--package=${tarball}`, '--', ...args], { cwd: folder });
  return stdout;
}

export interface Packed {
  readonly tarball: string;
  readonly files: readonly { readonly path: string; readonly size: number; readonly mode: number }[];
  readonly unpackedSize: number;
}

/** Packs what was built into `folder`, without building it again. */
export async function pack(folder: string): Promise<Packed> {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await npm(args, { cwd: root });
  const [{ filename, files, unpackedSize }] = JSON.parse(stdout) as [Packed & { filename: string }];
  return { tarball: join(folder, filename), files, unpackedSize };
}

/** What npm warned of at an install, but for settings of the user's own that it does not know. */
const warningsIn = (stderr: string): string[] =>
  stderr.split('\n').filter((line) => /^npm warn (?!Unknown \w+ config)/i.test(line));

export interface Host {
  readonly folder: string;
  /** What npm warned of. */
  readonly warnings: readonly string[];
}

/** Makes a host in `folder` from its files here, and installs the package beside its pinned dependencies. */
export async function installHost(name: string, tarball: string, folder: string, node?: string): Promise<Host> {
  for (const from of ['shared', name]) await cp(join(hosts, from), folder, { recursive: true });
  const { stderr } = await npm([...INSTALL, ...STRICT, tarball], { cwd: folder, node });
  return { folder, warnings: warningsIn(stderr) };
}

/** Which version of the OpenTelemetry API npm picks for a project that names these packages and no API. */
export async function pickedApi(packages: readonly string[], folder: string): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  await npm([...INSTALL, '--strict-peer-deps', '--package-lock-only', ...packages], { cwd: folder });
  const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  return lock.packages['node_modules/@opentelemetry/api']?.version;
}

/** Fetches these releases of Node into `folder`; this process's own is at hand. Resolves with their executables. */
export async function installNodes(versions: readonly string[], folder: string): Promise<Record<string, string>> {
  const wanted = versions.filter((version) => version !== process.versions.node);
  const aliases = wanted.map((version) => `node-${version}@npm:node-${process.platform}-${process.arch}@${version}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  if (aliases.length > 0) await npm([...INSTALL, ...aliases], { cwd: folder });
  return Object.fromEntries([
    [process.versions.node, process.execPath],
    ...wanted.map((version) => [version, join(folder, 'node_modules', `node-${version}`, 'bin/node')]),
  ]) as Record<string, string>;
}
