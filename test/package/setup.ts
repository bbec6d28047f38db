import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { NODE_OF, NODES } from './matrix.js';
import { installHost, installNodes, pack, pickedApi, root, type Host, type Packed } from './npm.js';

/** What the tests of the package have in common. */
export interface Installed {
  /** Executables by version. */
  readonly nodes: Readonly<Record<string, string>>;
  readonly hosts: Readonly<Record<'sdk2' | 'sdk3' | 'none', Host>>;
  /** The version of the API that a project gets which names only the SDK and this package. */
  readonly pickedApi: Readonly<Record<'sdk2' | 'sdk3', string | undefined>>;
}

declare module 'vitest' {
  interface ProvidedContext {
    packed: Packed;
    /** Undefined where the package registry does not answer: these tests are skipped, which the summary shows. */
    installed: Installed | undefined;
  }
}

/** Packs the package once for all tests of it, and installs it into the hosts under `hosts/`. */
export default async function setup(project: TestProject) {
  if (!existsSync(join(root, 'dist/cjs/index.js'))) throw new Error('dist/ is not built: run `npm run build` first');
  const folder = await mkdtemp(join(tmpdir(), 'codex-otel-package-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const packed = await pack(folder);
    project.provide('packed', packed);
    project.provide('installed', await install(packed.tarball, folder));
  } catch (error) {
    // Where changes are let in, nothing is let in untested.
    if (!isOffline(error) || process.env['CI'] !== undefined) {
      await remove();
      throw error;
    }
    project.provide('installed', undefined);
    console.warn('No package registry answers: the tests that install the package into hosts are skipped.');
  }
  return remove;
}

async function install(tarball: string, folder: string): Promise<Installed> {
  const nodes = await installNodes(NODES, join(folder, 'nodes'));
  const host = (name: string, node?: string) => installHost(name, tarball, join(folder, name), node);
  const api = (sdk: string) => pickedApi([sdk, tarball], join(folder, `api for ${sdk.replaceAll('/', ' ')}`));
  const [sdk2, sdk3, none] = await Promise.all([host('sdk2'), host('sdk3', nodes[NODE_OF.sdk3]), host('none')]);
  const [api2, api3] = await Promise.all([
    api('@opentelemetry/sdk-node@0.223.0'),
    api('@opentelemetry/sdk-node@0.301.0'),
  ]);
  return { nodes, hosts: { sdk2, sdk3, none }, pickedApi: { sdk2: api2, sdk3: api3 } };
}

const isOffline = (error: unknown) =>
  /npm error code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)/.test(
    String((error as { stderr?: string }).stderr),
  );
