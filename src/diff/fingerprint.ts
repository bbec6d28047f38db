import { hash } from 'node:crypto';

// The hashes that Codex's analytics knows a line, a file and a repository by (`codex-rs/analytics/src/accepted_lines.rs`).

/** Characters with the Unicode property White_Space but for the space, as ranges of a pattern. `\s` differs: it has U+FEFF and lacks U+0085. */
const RARE_SPACES = '\\t-\\r\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[ ${RARE_SPACES}]+`, 'g');
const OUTER_SPACES = new RegExp(`^[ ${RARE_SPACES}]+|[ ${RARE_SPACES}]+$`, 'g');
const UNEVEN = / {2}|[^ -~]/;
const ASCII_TELLING = /\w/;
const TELLING = /[\p{Alphabetic}\p{N}_]/u;

/** A line of so many bytes, or fewer, has no hash. */
const MAX_SHORT_BYTES = 3;

/** The SHA-1 of a file's path, as the diff has it: lower-case hex. */
export const pathHash = (path: string): string => hash('sha1', `file-line-v1\0path\0${path}`);

/**
 * The SHA-1 of a line, whatever its indentation and spacing: lower-case hex. Undefined for a line that says too little: three
 * bytes or fewer, or neither a letter, a digit nor an underscore. The line is all of a text, or the part from `from` to `to`.
 */
export function lineHash(text: string, from = 0, to = text.length): string | undefined {
  let start = from;
  let end = to;
  while (start < end && isPlainSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isPlainSpace(text.charCodeAt(end - 1))) end -= 1;
  if (start === end) return undefined;
  const line = text.slice(start, end);
  // Nearly all lines are ASCII and have single spaces.
  if (UNEVEN.test(line)) return unevenLineHash(line);
  const isTelling = isLetter(line.charCodeAt(0)) || ASCII_TELLING.test(line);
  return isTelling && line.length > MAX_SHORT_BYTES ? hashOf(line) : undefined;
}

/** The hash of a line with other letters, or other white space than single spaces. */
function unevenLineHash(text: string): string | undefined {
  const line = text.replace(OUTER_SPACES, '').replace(SPACES, ' ');
  return Buffer.byteLength(line) > MAX_SHORT_BYTES && TELLING.test(line) ? hashOf(line) : undefined;
}

const hashOf = (line: string): string => hash('sha1', `file-line-v1\0line\0${line}`);

const isLetter = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** A space, a tab, or a carriage return. */
const isPlainSpace = (code: number) => code === 0x20 || code === 0x09 || code === 0x0d;

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
