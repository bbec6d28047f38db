import type { ProcessInfo } from './options.js';

/** A word of a command line that runs Codex: `codex`, a path to it, its npm package, its binary for a platform. */
const CODEX = /(?:^|[/\\])codex(?:-[\w-]+)?(?:\.exe|\.cmd|\.js)?$|(?:^|[/\\])@openai[/\\]codex(?:@[^/\\]*)?(?:$|[/\\])/;

/** What a command line runs: an app-server, Codex in another way, or something else. */
export type Recognized = 'app-server' | 'exec' | undefined;

/**
 * Recognises Codex by its command line: directly, through `npx` or `node`, by a path, or as the script of a shell. A
 * wrapper of another name passes for something else; `observeProcess` can say what it is.
 */
export function recognize({ file, args }: ProcessInfo): Recognized {
  const words = [file, ...args].flatMap((word) => (/\s/.test(word) ? word.split(/[\s"';&|()]+/) : [word]));
  const at = words.findIndex((word) => CODEX.test(word));
  if (at === -1) return undefined;
  const rest = words.slice(at + 1);
  if (rest.includes('app-server')) return 'app-server';
  return rest.includes('exec') ? 'exec' : undefined;
}
