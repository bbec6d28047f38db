import { hash } from 'node:crypto';

// The hashes that Codex's analytics knows a file and a repository by (`codex-rs/analytics/src/accepted_lines.rs`).

/** The SHA-1 of a file's path, as the diff has it: lower-case hex. */
export const pathHash = (path: string): string => hash('sha1', `file-line-v1\0path\0${path}`);

/** The SHA-1 of a repository by its remote, brought into one form: lower-case hex. */
export const repoHash = (remote: string): string =>
  hash('sha1', `file-line-v1\0repo\0${canonicalRemote(remote) ?? remote}`);

const DEFAULT_PORTS = new Map([
  ['git', ':9418'],
  ['http', ':80'],
  ['https', ':443'],
  ['ssh', ':22'],
]);

/** `host/owner/name`, without user and password; undefined for what names no repository of a host, such as a path. */
export function canonicalRemote(remote: string): string | undefined {
  const trimmed = remote
    .trim()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^?#]*)/i.exec(trimmed) ?? [];
  const port = scheme === undefined ? '' : DEFAULT_PORTS.get(scheme.toLowerCase());
  if (port === undefined) return undefined;
  // `host:owner/name`, as scp writes it, where no scheme stands before it.
  const separator = scheme === undefined && /^[^/]*:/.test(trimmed) ? ':' : '/';
  const address = rest ?? trimmed;
  const at = address.indexOf(separator);
  if (at === -1) return undefined;
  const named = address.slice(0, at).replace(/^.*@/, '').trim().toLowerCase();
  const host = port !== '' && named.endsWith(port) ? named.slice(0, -port.length) : named;
  const parts = address
    .slice(at + 1)
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/')
    .filter((part) => part !== '');
  if (host === '' || parts.length < 2 || parts.slice(0, 2).some((part) => part === '.' || part === '..'))
    return undefined;
  const path = parts.join('/');
  return `${host}/${host === 'github.com' ? path.toLowerCase() : path}`;
}
