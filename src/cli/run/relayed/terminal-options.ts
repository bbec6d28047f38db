import { resolve } from 'node:path';
import { VALUED } from '../../../instrumentation/recognition/codex-command.js';
import { names } from '../../../instrumentation/recognition/programs.js';

/** The words behind `codex` of a command that opens the terminal interface, read for a relay. */
export interface TerminalOptions {
  /** The words for the terminal interface behind the relay. */
  readonly client: readonly string[];
  /** The options that a private app-server needs in order to do what the terminal interface would do itself. */
  readonly server: readonly string[];
  /** Whether plain `codex` would leave the local daemon alone. */
  readonly avoidsDaemon: boolean;
  /** The address of `--remote`. */
  readonly remote: string | undefined;
  readonly hasDirectory: boolean;
  /** Whether the interface sends a token, which it does to a port only. */
  readonly hasToken: boolean;
  /** The profile of `--profile`. */
  readonly profile: string | undefined;
  /** The option that no app-server behind a relay can follow. */
  readonly obstacle: string | undefined;
}

/** The meaning of an option, as codex 0.171 has it; measured with the real binaries. */
type Meaning =
  /** The interface passes it on to its app-server, with its value. */
  | 'client'
  /** The interface passes some of its values on. An app-server takes it, too. */
  | 'both'
  | 'directory'
  | 'remote'
  | 'profile'
  | 'writable root'
  | 'no daemon'
  | 'obstacle';

/** The options that mean something here. Those with a value are in {@link VALUED}. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  '-c': 'both',
  '--config': 'both',
  '--enable': 'both',
  '--disable': 'both',
  '--strict-config': 'both',
  '-C': 'directory',
  '--cd': 'directory',
  '--remote': 'remote',
  '-p': 'profile',
  '--profile': 'profile',
  '--add-dir': 'writable root',
  '--no-daemon': 'no daemon',
  '--oss': 'obstacle',
  '--local-provider': 'obstacle',
  '--worktree': 'obstacle',
};

/** Plain `codex` with one of these has an app-server of its own within its process. */
const WITHOUT_DAEMON = names('-c --config -p --profile --search --strict-config --no-daemon');

/** Reads the words behind `codex`. */
export function readTerminalOptions(words: readonly string[], cwd: string): TerminalOptions {
  const client: string[] = [];
  const server: string[] = [];
  const roots: string[] = [];
  const found: { remote?: string; profile?: string; obstacle?: string } = {};
  let avoidsDaemon = false;
  let hasDirectory = false;
  let hasToken = false;
  for (let at = 0; at < words.length;) {
    if (words[at] === '--') {
      client.push(...words.slice(at));
      break;
    }
    const { name, value, taken } = optionAt(words, at);
    const option = words.slice(at, at + taken);
    at += taken;
    const meaning = MEANINGS[name] ?? 'client';
    avoidsDaemon ||= WITHOUT_DAEMON.has(name) || (name === '--disable' && value === 'daemon_auto_start');
    hasDirectory ||= meaning === 'directory';
    hasToken ||= name === '--remote-auth-token-env';
    if (meaning === 'both') server.push(...option);
    if (meaning === 'writable root') roots.push(resolve(cwd, value));
    if (meaning === 'obstacle') found.obstacle ??= name;
    if (meaning === 'remote' || meaning === 'profile') found[meaning] = value;
    if (meaning !== 'writable root' && meaning !== 'no daemon' && meaning !== 'remote') client.push(...option);
  }
  if (roots.length > 0) server.push('-c', `sandbox_workspace_write.writable_roots=${JSON.stringify(roots)}`);
  const { remote, profile, obstacle } = found;
  return {
    client,
    server,
    avoidsDaemon: avoidsDaemon || roots.length > 0,
    remote,
    hasDirectory,
    hasToken,
    profile,
    obstacle,
  };
}

/** The option at a word, in any of its forms: `--cd DIR`, `--cd=DIR`, `-C DIR`, `-CDIR`. A word that is none has no value. */
function optionAt(words: readonly string[], at: number): { name: string; value: string; taken: number } {
  const word = words[at] ?? '';
  const [, long, inline] = /^(--[\w-]+)=([^]*)$/.exec(word) ?? [];
  if (long !== undefined) return { name: long, value: inline ?? '', taken: 1 };
  const short = word.slice(0, 2);
  if (/^-[^-]./.test(word) && VALUED.has(short))
    return { name: short, value: word.slice(2).replace(/^=/, ''), taken: 1 };
  const hasValue = VALUED.has(word) && at + 1 < words.length;
  return { name: word, value: hasValue ? (words[at + 1] ?? '') : '', taken: hasValue ? 2 : 1 };
}
