import { names } from './programs.js';

/** The use of Codex by a command line, as far as it matters here. */
export type CodexUse =
  /** Serves the app-server protocol on its standard streams. */
  | 'app-server'
  /** Serves it on a socket. */
  | 'listener'
  /** Passes the bytes of a running app-server's socket on. */
  | 'relay'
  | 'exec'
  | 'other';

/** The use, undefined if no subcommand follows, and the index of the word behind the options. */
interface Following {
  readonly use: CodexUse | undefined;
  readonly next: number;
}

// The command line of codex 0.171: codex-rs/cli/src/main.rs, codex-rs/tui/src/cli.rs.

/** Codex's options whose value is the next word. */
export const VALUED = names(`
  -c --config -p --profile -m --model -C --cd -s --sandbox -a --ask-for-approval -i --image --enable --disable
  --local-provider --add-dir --remote --remote-auth-token-env
`);
const SERVER_VALUED: ReadonlySet<string> = new Set([
  ...VALUED,
  ...names(`
    --listen --session-source --ws-auth --ws-token-file --ws-token-sha256 --ws-shared-secret-file --ws-issuer
    --ws-audience --ws-max-clock-skew-seconds
  `),
]);
const SUBCOMMANDS = names(`
  app-server exec e review login logout mcp mcp-server app completion sandbox debug execpolicy apply a resume archive
  unarchive delete fork agents queue cloud cloud-tasks remote-control responses-api-proxy stdio-to-uds features plugin
  update doctor migrate-rollouts migrate-nfs-db help exec-server
`);
const SERVER_SUBCOMMANDS = names('proxy daemon generate-ts generate-json-schema generate-internal-json-schema help');
const INFORMATION = names('-h --help -V --version');

const EXTENSION = /\.(?:exe|cmd|bat|com|ps1|sh|m?js|cjs)$/;
/** `codex`, the binary of a platform (`codex-x86_64-unknown-linux-musl`), the npm package with a version (`codex@0.169.0`). */
const CODEX = /^codex(?:[-_@][\w.-]+)?$/;
const PACKAGE_FILE = /[/\\]@openai[/\\]codex(?:-[\w-]+)?[/\\]/;
/** A shell's variable or substitution that stands for the program: `$CODEX_BIN`, `%CODEX%`, `$(command -v codex)`. */
const EXPANSION =
  /^(?:\$(?:env:)?\w*codex\w*|\$\{\w*codex\w*(?::?-[^}]*)?\}|%\w*codex\w*%|(?:\$\(|`)[^)`]*\bcodex\s*[)`])$/i;
/** The app-server as a binary of its own, and its builds for a platform. */
const STANDALONE = /^codex-app-server(?:-(?:x86_64|aarch64|x64|arm64|linux|darwin|win32)[\w-]*)?$/;
/** The longest word that can be a program: prompts are longer. */
const MAX_PROGRAM = 4_096;

/** The name of a word as a program: without its folder and its extension, in lower case. Empty if it can be none. */
export function programName(word: string): string {
  if (word.length > MAX_PROGRAM) return '';
  const name = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'), word.lastIndexOf('#')) + 1);
  return name.toLowerCase().replace(EXTENSION, '');
}

/** Whether a word can run Codex: a name, a path, the npm package or a file in it, a variable that is named after it. */
export function isCodex(word: string): boolean {
  const name = programName(word);
  // Codex has more binaries of such names: its test client, its daemon.
  if (name.startsWith('codex-app-server')) return false;
  return name !== '' && (CODEX.test(name) || PACKAGE_FILE.test(word) || EXPANSION.test(word));
}

export const isStandaloneServer = (word: string): boolean => STANDALONE.test(programName(word));

/** @param at the index of the word that runs Codex. */
export function useOfCodex(words: readonly string[], at: number): Following {
  const next = indexOfWord(words, at + 1, VALUED, SUBCOMMANDS);
  const subcommand = words[next];
  if (subcommand === 'app-server') return useOfServer(words, next);
  if (subcommand === 'exec' || subcommand === 'e') return { use: 'exec', next };
  return { use: subcommand !== undefined && SUBCOMMANDS.has(subcommand) ? 'other' : undefined, next };
}

/**
 * Whether a command of Codex only prints its help or its version.
 *
 * @param at the index of the word that runs Codex.
 */
export function asksForInformation(words: readonly string[], at: number): boolean {
  for (let next = at + 1; next < words.length; next += 1) {
    const word = words[next] ?? '';
    if (word === '--') return false;
    if (INFORMATION.has(word)) return true;
    if (VALUED.has(word)) next += 1;
  }
  return false;
}

/** @param at the index of the word `app-server`, or of a binary that is one. */
export function useOfServer(words: readonly string[], at: number): Following {
  const next = indexOfWord(words, at + 1, SERVER_VALUED, SERVER_SUBCOMMANDS);
  const subcommand = words[next] ?? '';
  if (subcommand === 'proxy') return { use: 'relay', next };
  const options = words.slice(at + 1, next);
  if (SERVER_SUBCOMMANDS.has(subcommand) || options.some((word) => INFORMATION.has(word)))
    return { use: 'other', next };
  const listen = options.find((word, index) => options[index - 1] === '--listen' || word.startsWith('--listen='));
  const isOnStreams = listen === undefined || /^(?:--listen=)?stdio:/.test(listen);
  return { use: isOnStreams ? 'app-server' : 'listener', next };
}

/**
 * The index of the first word that is neither an option nor an option's value. An option that is not known may have a
 * value: the word behind it is taken for one unless it is a known subcommand.
 */
function indexOfWord(
  words: readonly string[],
  from: number,
  valued: ReadonlySet<string>,
  subcommands: ReadonlySet<string>,
): number {
  let mayBeValue = false;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.startsWith('-') && word !== '-') {
      const hasValue = valued.has(word);
      if (hasValue) at += 1;
      mayBeValue = !hasValue && /^--\w[^=]*$/.test(word);
    } else if (mayBeValue && !subcommands.has(word)) mayBeValue = false;
    else return at;
  }
  return words.length;
}
