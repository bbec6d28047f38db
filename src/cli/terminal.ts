/** What a person's terminal can show. */
export interface Terminal {
  /** Columns to fill. */
  readonly columns: number;
  /** Whether ANSI colours may be written. */
  readonly color: boolean;
}

/** The part of `process.stdout` that tells of the terminal behind it. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const WITHOUT_TERMINAL = 100;
const NARROWEST = 60;
const WIDEST = 200;

/** How to write to a stream: as wide as its terminal (`COLUMNS` where there is none), within what reads well. */
export function terminalOf(stream: OutputStream, env: NodeJS.ProcessEnv): Terminal {
  const columns = stream.columns ?? Number(env['COLUMNS'] ?? WITHOUT_TERMINAL);
  const usable = Number.isSafeInteger(columns) && columns > 0 ? columns : WITHOUT_TERMINAL;
  return { columns: Math.min(Math.max(usable, NARROWEST), WIDEST), color: hasColor(stream, env) };
}

/** In Node's own order: FORCE_COLOR, then NO_COLOR (no-color.org), then whether somebody is looking. */
function hasColor(stream: OutputStream, env: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: no, TERM: term } = env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return !no && term !== 'dumb' && stream.isTTY === true;
}
