import type { ProcessInfo } from '../config.js';
import { isCodex, isStandaloneServer, programName, useOfCodex, useOfServer, type CodexUse } from './codex-command.js';
import { CONTAINER_TOOLS, CONTAINER_VERBS, READERS, SCRIPT_RUNNERS, TRANSPARENT } from './programs.js';
import { commandsIn, shellCommand, syntaxOf } from './shell.js';

/** The uses of Codex by a command line, in this order of precedence where it runs several. */
const RECOGNITIONS = [
  /** An app-server on the standard streams. */
  'app-server',
  /** `codex-otel run`, which observes an app-server itself. */
  'own-proxy',
  /** Another program that names one, such as a launcher: its client's `initialize` decides. */
  'possible-app-server',
  /** An app-server on a socket. */
  'listener',
  /** `codex app-server proxy`. */
  'relay',
  'exec',
  /** A container of an image that is named after Codex, whose entry point the command line does not show. */
  'image',
] as const;

export type Recognition = (typeof RECOGNITIONS)[number];

/** How deep scripts may be nested, and how many words are looked at in all: scripts may repeat their parameters. */
const MAX_DEPTH = 6;
const MAX_WORDS = 200_000;

interface Budget {
  readonly depth: number;
  readonly words: { left: number };
}

/**
 * Recognises Codex by a command line: directly, as the script of a shell, through a launcher, in a container, on a remote
 * machine. It takes time that is linear in the length of the command line.
 */
export function recognize({ file, args }: ProcessInfo): Recognition | undefined {
  return recognizeCommand([file, ...args.slice(1)], { depth: MAX_DEPTH, words: { left: MAX_WORDS } });
}

/** One simple command. `codex` at its beginning is certain; behind another program it is a mention. */
function recognizeCommand(words: readonly string[], budget: Budget): Recognition | undefined {
  budget.words.left -= words.length;
  if (budget.depth === 0 || budget.words.left < 0) return undefined;
  let at = indexOfProgram(words, 0);
  for (;;) {
    const word = words[at];
    if (word === undefined || READERS.has(programName(word))) return undefined;
    if (isOwnProxy(words, at)) return 'own-proxy';
    if (isCodex(word)) {
      const { use } = useOfCodex(words, at);
      if (use !== undefined) return recognitionOf(use);
    }
    const syntax = syntaxOf(programName(word));
    if (syntax === undefined) break;
    const { commands, next } = shellCommand(words, at, syntax);
    if (commands) return recognizeScript(commands, budget);
    at = indexOfProgram(words, next);
  }
  return mentionIn(words, budget);
}

function recognizeScript(commands: readonly (readonly string[])[], budget: Budget): Recognition | undefined {
  const within = { ...budget, depth: budget.depth - 1 };
  return best(commands.map((command) => recognizeCommand(command, within)));
}

/** The index of the program behind variable assignments and transparent programs with their options. */
function indexOfProgram(words: readonly string[], from: number): number {
  let at = from;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const isOption = at > from && word.startsWith('-');
    if (!isOption && !/^\w+\+?=/.test(word) && !TRANSPARENT.has(programName(word))) break;
  }
  return at;
}

/** Looks for an app-server anywhere among the words of a program that may be a launcher. */
function mentionIn(words: readonly string[], budget: Budget): Recognition | undefined {
  let found: Recognition | undefined;
  /** The words before this index are options, and their values, of a Codex that was looked at. */
  let optionsUntil = 0;
  /** Whether words with spaces in them may be scripts. */
  let hasScripts = false;
  let isContainer = false;
  let hasVerb = false;
  let namesCodex = false;
  let hasImage = false;
  let hasOtherUse = false;

  /** Nothing is certain of a mention, least of all that `codex exec` is run. */
  const find = (recognition: Recognition | undefined) => {
    if (recognition !== 'exec')
      found = best([found, recognition === 'app-server' ? 'possible-app-server' : recognition]);
  };
  for (let at = 0; at < words.length && found !== 'own-proxy' && found !== 'possible-app-server';) {
    const word = words[at] ?? '';
    const name = programName(word);
    isContainer ||= CONTAINER_TOOLS.has(name);
    hasScripts ||= isContainer || SCRIPT_RUNNERS.has(name);
    hasVerb ||= CONTAINER_VERBS.has(word);
    let use: CodexUse | undefined;
    if (isOwnProxy(words, at)) find('own-proxy');
    else if (isStandaloneServer(word) || (word === 'app-server' && isContainer && namesCodex))
      ({ use } = useOfServer(words, at));
    else if (isCodex(word.replace(/^--entrypoint=/, '')) || (isContainer && isImage(word))) {
      namesCodex = true;
      // Another Codex among the options of one has the same word behind them.
      if (at >= optionsUntil) {
        ({ use, next: optionsUntil } = useOfCodex(words, at));
        const before = words[at - 1] ?? '';
        hasImage ||= use === undefined && hasVerb && (!before.startsWith('-') || CONTAINER_FLAG.test(before));
      }
    }
    hasOtherUse ||= use === 'other' || use === 'exec';
    if (use !== undefined && (hasVerb || !isContainer)) find(recognitionOf(use));

    const syntax = syntaxOf(name);
    if (syntax !== undefined) {
      const { commands, next } = shellCommand(words, at, syntax);
      if (commands) find(recognizeScript(commands, budget));
      at = Math.max(next, at + 1);
      continue;
    }
    if (hasScripts && /\s/.test(word) && /codex/i.test(word))
      find(recognizeScript(commandsIn(word.replace(/^--?[\w-]+=/, '')), budget));
    at += 1;
  }
  // `docker run -i`: without the option the container has no standard input.
  const isInteractive = words.some((word) => /^-[a-hj-z]*i[a-z]*$|^--interactive$/.test(word));
  const isImageOfCodex = isContainer && hasImage && !hasOtherUse && words.includes('run') && isInteractive;
  return found ?? (isImageOfCodex ? 'image' : undefined);
}

/** The options of container tools that have no value. */
const CONTAINER_FLAG = /^-(?:[aidt]+|-(?:rm|init|interactive|tty|privileged|read-only))$/;

/** The name of an image, with its registry, tag and digest. */
const isImage = (word: string): boolean =>
  word.length < 512 && /(?:^|\/)codex[\w.-]*(?::[\w.-]+)?(?:@sha256:\w+)?$/i.test(word);

/** Whether this package's own command runs at a word, as `codex-otel` or by a path into the package. */
function isOwnProxy(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const isOurs =
    programName(word) === 'codex-otel' ||
    /(?:^|[/\\])opentelemetry-instrumentation-codex(?:@[^/\\]*)?(?:$|[/\\])/.test(word);
  return isOurs && words[at + 1] === 'run';
}

const recognitionOf = (use: CodexUse): Recognition | undefined => (use === 'other' ? undefined : use);

const best = (all: readonly (Recognition | undefined)[]): Recognition | undefined =>
  RECOGNITIONS.find((recognition) => all.includes(recognition));
