import {
  type CodexUse,
  asksForInformation,
  isCodex,
  programName,
  useOfCodex,
} from '../../instrumentation/recognition/codex-command.js';
import { recognize, type Recognition } from '../../instrumentation/recognition/recognize.js';
import { syntaxOf } from '../../instrumentation/recognition/shell.js';

/** How `codex-otel run` observes a command. */
export type Way =
  /**
   * An app-server on its standard streams, or `codex app-server proxy` with the bytes of a socket there: through a transparent
   * proxy. So is a command that is not recognised.
   */
  | 'proxy'
  /** An app-server that listens on a socket. */
  | 'listener'
  /** The terminal interface. */
  | 'terminal'
  /** A session without a client: by the rollout that it writes. */
  | 'rollout'
  /** There is nothing to observe: it runs as it is. */
  | 'nothing';

/** The command of `codex-otel run`, read. */
export type ReadCommand = ReturnType<typeof readCommand>;

/** Codex's subcommands, beside `app-server`. All others have nothing to observe. */
const SUBCOMMANDS: ReadonlyMap<string | undefined, Way> = new Map([
  ['exec', 'rollout'],
  ['e', 'rollout'],
  ['review', 'rollout'],
  ['mcp-server', 'rollout'],
  ['resume', 'terminal'],
  ['fork', 'terminal'],
  ['agents', 'terminal'],
]);

/** Every command that is recognised, and Codex itself by its use. */
const WAYS: Readonly<Partial<Record<Recognition | CodexUse, Way>>> = {
  'app-server': 'proxy',
  'possible-app-server': 'proxy',
  'own-proxy': 'proxy',
  listener: 'listener',
  relay: 'proxy',
  exec: 'rollout',
};

/** Reads the command that `codex-otel run` was given, Codex itself or a launcher of it, to decide how to observe it. */
export function readCommand(words: readonly string[]) {
  /** The index of the word that runs Codex; undefined where no word of its own does, as in a shell's script. */
  const codexAt = indexOfCodex(words);
  return { way: wayOf(words, codexAt), codexAt };
}

function wayOf(words: readonly string[], codexAt: number | undefined): Way {
  const { use, next: subcommandAt } = useOfCodex(words, codexAt ?? 0);
  if (codexAt !== undefined && (asksForInformation(words, codexAt) || words[subcommandAt + 1] === 'help'))
    return 'nothing';
  const recognition = recognize({ file: words[0] ?? '', args: words });
  // A script that is named after Codex takes Codex's arguments.
  const isNamedCodex = codexAt !== undefined || /codex/i.test(programName(words[0] ?? ''));
  const way = WAYS[recognition ?? (isNamedCodex ? use : undefined) ?? 'other'];
  if (way !== undefined) return way;
  if (!isNamedCodex) return 'proxy';
  if (use === undefined) return codexAt === undefined ? 'proxy' : 'terminal';
  return SUBCOMMANDS.get(words[subcommandAt]) ?? 'nothing';
}

/** The first word that runs Codex with a subcommand, else the first that runs it at all: `sudo -u codex codex exec`. */
function indexOfCodex(words: readonly string[]): number | undefined {
  if (syntaxOf(programName(words[0] ?? '')) !== undefined) return undefined;
  const found = [...words.keys()].filter((at) => isCodex(words[at] ?? ''));
  return found.find((at) => useOfCodex(words, at).use !== undefined) ?? found[0];
}
