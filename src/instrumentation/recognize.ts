import type { ProcessInfo } from './config.js';

/** A word of a command line that runs Codex: `codex`, a path to it, its npm package, its binary for a platform. */
const CODEX =
  /(?:^|[/\\])codex(?:-[\w-]+)?(?:\.(?:exe|cmd|ps1|js))?$|(?:^|[/\\])@openai[/\\]codex(?:@[^/\\]*)?(?:$|[/\\])/i;

/** The option of a shell behind which its script stands: `sh -c`, `bash -lc`, `cmd /c`, `pwsh -Command`. */
const SCRIPT_OPTION = /^(?:-\w*c|\/c|-command)$/i;

/** A word that names this package's own command, `codex-otel`, whose `run` observes what passes through it itself. */
const PROXY = /(?:^|[/\\])(?:codex-otel(?:\.cmd)?$|opentelemetry-instrumentation-codex(?:@[^/\\]*)?(?:$|[/\\]))/;

/** What a command line runs: an app-server, one behind our own proxy, Codex in another way, or something else. */
export type Recognized = 'app-server' | 'proxy' | 'exec' | undefined;

/**
 * Recognises Codex by its command line: directly, through `npx` or `node`, by a path, or as the script of a shell. A
 * wrapper of another name passes for something else; `observeProcess` can say what it is.
 */
export function recognize({ file, args }: ProcessInfo): Recognized {
  // What else has spaces in it is a path or a text, such as the message of a commit.
  const words = [file, ...args].flatMap((word, index, all) =>
    index > 0 && SCRIPT_OPTION.test(String(all[index - 1])) ? word.split(/[\s"';&|()]+/) : [word],
  );
  const proxy = words.findIndex((word) => PROXY.test(word));
  if (proxy !== -1 && words.includes('run', proxy)) return 'proxy';
  const at = words.findIndex((word) => CODEX.test(word));
  if (at === -1) return undefined;
  return words.slice(at + 1).find((word) => word === 'app-server' || word === 'exec');
}
