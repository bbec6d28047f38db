/** How long a Codex may take to print its version, and a receiver to answer. */
export const PATIENCE_MS = 5_000;

/** One line of what was found. */
export interface Finding {
  /** `wrong` makes the exit status 1. */
  readonly kind: 'ok' | 'wrong' | 'note';
  readonly text: string;
}

export const ok = (text: string): Finding => ({ kind: 'ok', text });
export const wrong = (text: string): Finding => ({ kind: 'wrong', text });
export const note = (text: string): Finding => ({ kind: 'note', text });
