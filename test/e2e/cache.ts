import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the binaries are kept between runs, outside the tree. CODEX_OTEL_E2E_CACHE names another folder. */
const CACHE =
  process.env['CODEX_OTEL_E2E_CACHE'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'opentelemetry-instrumentation-codex-e2e');

/**
 * The path of a binary, made by `make` where it is not there yet.
 *
 * @param key names what is in the binary: another version is another key
 * @param make writes it to `target`; `scratch` is an empty folder
 */
export async function cached(key: string, make: (target: string, scratch: string) => Promise<void>): Promise<string> {
  const binary = join(CACHE, key);
  if (existsSync(binary)) return binary;
  await mkdir(CACHE, { recursive: true });
  const scratch = await mkdtemp(join(CACHE, 'making-'));
  try {
    const target = join(scratch, key);
    await make(target, scratch);
    await chmod(target, 0o755);
    // Only a whole binary gets the name that the next run looks for.
    await rename(target, binary);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return binary;
}

/**
 * The path of a folder, made by `make` where it is not whole yet. Unlike a binary it is made in its place, because what is in it
 * may name its own path, as Python's environments do.
 */
export async function cachedFolder(key: string, make: (target: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE, key);
  const mark = `${folder}.whole`;
  if (existsSync(mark)) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await make(folder);
  await writeFile(mark, '');
  return folder;
}
