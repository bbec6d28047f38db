import path from 'node:path';
import type { Permissions } from './schema/shapes.js';

/**
 * Whether a client's answer to a permissions request grants anything. Codex grants the intersection of the requested and
 * the given permissions; relative paths start at the request's working directory. An answer with an empty intersection is
 * a refusal. A request to write somewhere includes reading there.
 */
export function grantsAnything(requested: Permissions, granted: Permissions, cwd: string | null): boolean {
  if (requested.network?.enabled === true && granted.network?.enabled === true) return true;
  const asked = accesses(requested, cwd);
  return accesses(granted, cwd).some((given) =>
    asked.some(({ access, path }) => allows(access, given.access) && covers(path, given.path)),
  );
}

interface Access {
  readonly access: string;
  readonly path: string;
}

function accesses({ fileSystem }: Permissions, cwd: string | null): Access[] {
  if (fileSystem === null) return [];
  const absolute = (file: string) => (cwd === null ? file : path.posix.resolve(cwd, file));
  return [
    ...fileSystem.read.map((file) => ({ access: 'read', path: absolute(file) })),
    ...fileSystem.write.map((file) => ({ access: 'write', path: absolute(file) })),
    ...fileSystem.entries.map((entry) => ({ access: entry.access, path: entryPath(entry.path, absolute) })),
  ];
}

/** An entry names a path, or a glob or special folder, whose JSON is compared. */
function entryPath(value: unknown, absolute: (file: string) => string): string {
  if (typeof value === 'string') return absolute(value);
  if (typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string')
    return absolute(value.path);
  return JSON.stringify(value);
}

const allows = (wish: string, given: string) => wish === given || (wish === 'write' && given === 'read');

/** A grant may narrow the request to a folder below the requested one. */
const covers = (wish: string, given: string) =>
  given === wish || given.startsWith(wish.endsWith('/') ? wish : `${wish}/`);
