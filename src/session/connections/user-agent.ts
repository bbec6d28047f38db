/** The parts of an app-server's user agent. */
export interface UserAgent {
  /** The name of the client that initialised the process first. */
  readonly originator: string;
  /** The version of Codex. */
  readonly version: string;
  /** Null where the system has none. */
  readonly osVersion: string | null;
  readonly arch: string;
}

/** A user agent is cut here. Names of clients are part of it, and nobody keeps them short. */
const MAX_LENGTH = 4_096;

/** `/0.169.0 (Debian 12.0.0; x86_64)`, where it begins. Every part has a limit, so a match takes constant time. */
const CODEX = /\/(\d{1,9}\.\d{1,9}\.\d{1,9}[^\s/(]{0,64}) \(([^;]{0,256}); ([^)]{1,64})\)/y;

/** The word before the last semicolon that is a version; `Rolling Release (name)` of distributions that have none. */
const OS_VERSION = /(?:Rolling Release(?: \([^)]*\))?|[^\s;)]*)$/;

/**
 * Reads `originator/0.169.0 (Debian 12.0.0; x86_64) terminal (client; version)`. The originator, the terminal and the client
 * may contain slashes, versions and parentheses of their own. `clientName` is the connection's client: it stands at the end,
 * and for the process's first client also at the beginning. Null for a user agent that is not Codex's.
 */
export function readUserAgent(userAgent: string, clientName: string | null): UserAgent | null {
  const text = userAgent.slice(0, MAX_LENGTH);
  if (clientName !== null && text.startsWith(`${clientName}/`)) {
    const agent = readAt(text, clientName.length);
    if (agent !== null) return agent;
  }
  const suffix = clientName === null ? -1 : text.lastIndexOf(` (${clientName}; `);
  const front = suffix === -1 ? text : text.slice(0, suffix);
  for (let slash = front.lastIndexOf('/'); slash > 0; slash = front.lastIndexOf('/', slash - 1)) {
    const agent = readAt(front, slash);
    if (agent !== null) return agent;
  }
  return null;
}

function readAt(text: string, slash: number): UserAgent | null {
  CODEX.lastIndex = slash;
  const [, version, os, arch] = CODEX.exec(text) ?? [];
  if (version === undefined || os === undefined || arch === undefined) return null;
  const [osVersion] = OS_VERSION.exec(os) ?? [];
  return {
    originator: text.slice(0, slash),
    version,
    osVersion: osVersion || null,
    arch: arch === 'arm64' ? 'aarch64' : arch,
  };
}
