/** The abilities of a person's terminal. */
export interface Terminal {
  /** Columns to fill. */
  readonly columns: number;
  /** Whether ANSI colours may be written. */
  readonly color: boolean;
}

/** The members of `process.stdout` that describe its terminal. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const DEFAULT_COLUMNS = 100;
const MIN_COLUMNS = 40;
const MAX_COLUMNS = 200;

/** The terminal of a stream: its width, else `COLUMNS`, else 100 columns; at least 40 and at most 200. */
export function terminalOf(stream: OutputStream, env: NodeJS.ProcessEnv): Terminal {
  const columns = stream.columns ?? Number(env['COLUMNS'] ?? DEFAULT_COLUMNS);
  const usable = Number.isSafeInteger(columns) && columns > 0 ? columns : DEFAULT_COLUMNS;
  return { columns: Math.min(Math.max(usable, MIN_COLUMNS), MAX_COLUMNS), color: hasColor(stream, env) };
}

/** In Node's own order: FORCE_COLOR, then NO_COLOR (no-color.org), then whether the stream is a terminal. */
function hasColor(stream: OutputStream, env: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return !NO_COLOR && TERM !== 'dumb' && stream.isTTY === true;
}
