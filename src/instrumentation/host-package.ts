import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Evaluates code from the command line: `argv[1]` is then an argument of that code, and no script. */
const EVALUATES = /^(?:-[a-z]*[ep][a-z]*|--eval|--print)(?:=|$)/;

/**
 * A package as the host's own code finds it: from the main script, else from the place of this package. Undefined if it is
 * installed at neither. The working directory does not count: with `NODE_OPTIONS=--import …/register`, any Node program
 * that somebody starts in a checkout would run the code of that checkout.
 *
 * Throws if the package is found and cannot be loaded.
 */
export function requireFromHost(name: string): unknown {
  for (const place of [mainScript(process), ownFile()]) {
    if (place === undefined) continue;
    try {
      return createRequire(place)(name) as unknown;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

/** The file of the main script, its links resolved as Node resolves them; undefined without one. */
export function mainScript({ argv, execArgv }: Pick<NodeJS.Process, 'argv' | 'execArgv'>): string | undefined {
  const script = argv[1];
  if (script === undefined || !path.isAbsolute(script) || execArgv.some((option) => EVALUATES.test(option)))
    return undefined;
  try {
    return realpathSync(script);
  } catch {
    return script; // written without its extension
  }
}

/** This file, as a path or a URL. The sources are also compiled to CommonJS, where `import.meta` is an error. */
function ownFile(): string | undefined {
  const errors = Error as { prepareStackTrace?: unknown };
  const { prepareStackTrace } = errors;
  try {
    errors.prepareStackTrace = (_error: Error, sites: readonly NodeJS.CallSite[]) => sites[0]?.getFileName();
    return new Error().stack;
  } finally {
    errors.prepareStackTrace = prepareStackTrace;
  }
}
