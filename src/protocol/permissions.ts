import type { Permissions } from './schema/shapes.js';

/**
 * Whether a client's answer to a permissions request grants anything. Codex grants the intersection of the requested and
 * the given permissions; relative paths start at the request's working directory. An answer with an empty intersection is
 * a refusal. A request to write somewhere includes reading there.
 */
export function grantsAnything(requested: Permissions, granted: Permissions, cwd: string | null): boolean {
  if (requested.network?.enabled === true && granted.network?.enabled === true) return true;
  const asked = accesses(requested, cwd);
  const given = accesses(granted, cwd);
  for (const access of new Set(given.map(({ access }) => access))) {
    const folders = new Folders(asked.filter((wish) => allows(wish.access, access)).map(({ path }) => path));
    if (given.some((each) => each.access === access && folders.contain(each.path))) return true;
  }
  return false;
}

interface Access {
  readonly access: string;
  readonly path: string;
}

function accesses({ fileSystem }: Permissions, cwd: string | null): Access[] {
  if (fileSystem === null) return [];
  const { read, write, entries } = fileSystem;
  const found: Access[] = [];
  for (const file of read) found.push({ access: 'read', path: absolute(file, cwd) });
  for (const file of write) found.push({ access: 'write', path: absolute(file, cwd) });
  for (const entry of entries) {
    const path = entryPath(entry.path, cwd);
    if (path !== undefined) found.push({ access: entry.access, path });
  }
  return found;
}

/** An entry names a path, or a glob or special folder, whose JSON is compared. Undefined if it names nothing. */
function entryPath(value: unknown, cwd: string | null): string | undefined {
  if (typeof value === 'string') return absolute(value, cwd);
  if (typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string')
    return absolute(value.path, cwd);
  return value === undefined ? undefined : JSON.stringify(value);
}

/** Resolves a path in linear time; `path.posix.resolve` takes quadratic time for a path of many `..`. */
function absolute(file: string, cwd: string | null): string {
  if (cwd === null) return file;
  const names: string[] = [];
  for (const name of (file.startsWith('/') ? file : `${cwd}/${file}`).split('/'))
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  return `/${names.join('/')}`;
}

const allows = (wish: string, given: string) => wish === given || (wish === 'write' && given === 'read');

/** Folders in sorted order, each with a slash at its end, and none inside another. */
class Folders {
  readonly #sorted: string[] = [];

  constructor(paths: readonly string[]) {
    for (const folder of paths.map(asFolder).sort()) {
      const last = this.#sorted.at(-1);
      if (last === undefined || !folder.startsWith(last)) this.#sorted.push(folder);
    }
  }

  /** Whether the path is one of the folders or inside one. Only the last folder that sorts before it can contain it. */
  contain(path: string): boolean {
    const folder = asFolder(path);
    let [from, to] = [0, this.#sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#sorted[middle] ?? '') <= folder) from = middle + 1;
      else to = middle;
    }
    const last = this.#sorted[from - 1];
    return last !== undefined && folder.startsWith(last);
  }
}

const asFolder = (path: string) => (path.endsWith('/') ? path : `${path}/`);
