import { hash } from 'node:crypto';

// The hashes that Codex's analytics knows a line, a file and a repository by (`codex-rs/analytics/src/accepted_lines.rs`).

/** Characters with the Unicode property White_Space but for the space, as ranges of a pattern. `\s` differs: it has U+FEFF and lacks U+0085. */
const RARE_SPACES = '\\t-\\r\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[ ${RARE_SPACES}]+`, 'g');
const UNEVEN_SPACES = new RegExp(`[${RARE_SPACES}]|  `);
const OUTER_SPACES = new RegExp(`^[ ${RARE_SPACES}]+|[ ${RARE_SPACES}]+$`, 'g');
const TELLING = /[\p{Alphabetic}\p{N}_]/u;
const ASCII_TELLING = /[0-9A-Za-z_]/;

/** A line of so many bytes, or fewer, has no hash. */
const MAX_SHORT_BYTES = 3;

/** The SHA-1 of a file's path, as the diff has it: lower-case hex. */
export const pathHash = (path: string): string => hash('sha1', `file-line-v1\0path\0${path}`);

/**
 * The SHA-1 of a line, whatever its indentation and spacing: lower-case hex. Undefined for a line that says too little: three
 * bytes or fewer, or neither a letter, a digit nor an underscore.
 */
export function lineHash(line: string): string | undefined {
  const normalized = normalizedLine(line);
  return isTelling(normalized) ? hash('sha1', `file-line-v1\0line\0${normalized}`) : undefined;
}

/** The line with one space wherever it has any white space, and none at its ends. */
function normalizedLine(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isPlainSpace(line.charCodeAt(start))) start += 1;
  while (end > start && isPlainSpace(line.charCodeAt(end - 1))) end -= 1;
  const text = line.slice(start, end);
  return UNEVEN_SPACES.test(text) ? text.replace(OUTER_SPACES, '').replace(SPACES, ' ') : text;
}

/** A space, a tab, or a carriage return. */
const isPlainSpace = (code: number) => code === 0x20 || code === 0x09 || code === 0x0d;

function isTelling(line: string): boolean {
  if (line.length <= MAX_SHORT_BYTES && Buffer.byteLength(line) <= MAX_SHORT_BYTES) return false;
  return ASCII_TELLING.test(line) || TELLING.test(line);
}

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
