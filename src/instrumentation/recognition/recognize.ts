import type { ProcessInfo } from '../config.js';
import { isCodex, isStandaloneServer, programName, useOfCodex, useOfServer, type CodexUse } from './codex-command.js';
import { CONTAINER_TOOLS, CONTAINER_VERBS, READERS, SCRIPT_RUNNERS, TRANSPARENT } from './programs.js';
import { commandsIn } from './script.js';
import { shellCommand, syntaxOf } from './shell.js';

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
  return new MentionScan(words, budget).run();
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
class MentionScan {
  readonly #words: readonly string[];
  readonly #budget: Budget;
  #found: Recognition | undefined;
  /** The words before this index are options, and their values, of a Codex that was looked at. */
  #optionsUntil = 0;
  /** Whether words with spaces in them may be scripts. */
  #hasScripts = false;
  #isContainer = false;
  #hasVerb = false;
  #namesCodex = false;
  #hasImage = false;
  #hasOtherUse = false;

  constructor(words: readonly string[], budget: Budget) {
    this.#words = words;
    this.#budget = budget;
  }

  run(): Recognition | undefined {
    for (let at = 0; at < this.#words.length && this.#found !== 'own-proxy';) {
      if (this.#found === 'possible-app-server') break;
      at = this.#look(at);
    }
    const isImage = this.#hasImage && !this.#hasOtherUse && this.#isInteractiveRun();
    return this.#found ?? (isImage ? 'image' : undefined);
  }

  /** Looks at one word. Returns the index of the next word to look at. */
  #look(at: number): number {
    const word = this.#words[at] ?? '';
    const name = programName(word);
    this.#isContainer ||= CONTAINER_TOOLS.has(name);
    this.#hasScripts ||= this.#isContainer || SCRIPT_RUNNERS.has(name);
    this.#hasVerb ||= CONTAINER_VERBS.has(word);
    if (isOwnProxy(this.#words, at)) this.#find('own-proxy');
    else if (isStandaloneServer(word) || (word === 'app-server' && this.#isContainer && this.#namesCodex))
      this.#mention(useOfServer(this.#words, at).use);
    else if (isCodex(word.replace(/^--entrypoint=/, '')) || (this.#isContainer && isImage(word))) this.#lookAtCodex(at);

    const syntax = syntaxOf(name);
    if (syntax !== undefined) {
      const { commands, next } = shellCommand(this.#words, at, syntax);
      if (commands) this.#find(recognizeScript(commands, this.#budget));
      return Math.max(next, at + 1);
    }
    if (this.#hasScripts && /\s/.test(word) && /codex/i.test(word))
      this.#find(recognizeScript(commandsIn(word.replace(/^--?[\w-]+=/, ''), 'posix'), this.#budget));
    return at + 1;
  }

  #lookAtCodex(at: number): void {
    this.#namesCodex = true;
    // Another Codex among the options of one has the same word behind them.
    if (at < this.#optionsUntil) return;
    const { use, next } = useOfCodex(this.#words, at);
    this.#optionsUntil = next;
    const before = this.#words[at - 1] ?? '';
    const isOptionValue = before.startsWith('-') && !CONTAINER_FLAG.test(before);
    this.#hasImage ||= use === undefined && this.#hasVerb && !isOptionValue;
    this.#mention(use);
  }

  #mention(use: CodexUse | undefined): void {
    this.#hasOtherUse ||= use === 'other' || use === 'exec';
    if (use !== undefined && (this.#hasVerb || !this.#isContainer)) this.#find(recognitionOf(use));
  }

  /** Nothing is certain of a mention, least of all that `codex exec` is run. */
  #find(recognition: Recognition | undefined): void {
    if (recognition === 'exec') return;
    this.#found = best([this.#found, recognition === 'app-server' ? 'possible-app-server' : recognition]);
  }

  /** `docker run -i`: without the option the container has no standard input. */
  #isInteractiveRun(): boolean {
    return (
      this.#isContainer &&
      this.#words.includes('run') &&
      this.#words.some((word) => /^-[a-hj-z]*i[a-z]*$/.test(word) || word === '--interactive')
    );
  }
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
