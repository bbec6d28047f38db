import { isObject } from '../../wire/json-parse.js';

/**
 * The outcome of a tool call, read from Codex's own words at the beginning of its output; `other` where they are none that
 * we know. The rest of an output is content and is not read.
 */
export type Outcome =
  /** A person or a reviewer refused the command (`Rejected("rejected by user")`). */
  | 'declined'
  /** The approval could not be asked for, or came too late (`Rejected("approval request failed")`). */
  | 'unasked'
  /** Never came to run: a hook, a policy or the tool's own checks stopped it. */
  | 'stopped'
  /** The turn was interrupted. */
  | 'aborted'
  /** A command that has ended with 0. */
  | 'exited'
  /** A command that has ended with another code: also how one reads that the sandbox stopped at once. */
  | 'exited badly'
  /** A command that goes on, or a cell. */
  | 'running'
  /** A cell of code mode, or a tool that answers with JSON or a picture. */
  | 'succeeded'
  | 'failed'
  | 'other';

/** Codex's words for a refusal, and the way they come out. */
const REFUSALS: readonly (readonly [RegExp, Outcome])[] = [
  [/^rejected by user/, 'declined'],
  [/^This action was rejected due to unacceptable risk/, 'declined'],
  [/^Automatic approval review failed/, 'declined'],
  [/^approval request failed/, 'unasked'],
  [/^The automatic permission approval review did not finish before its deadline/, 'unasked'],
];

const WORDS: readonly (readonly [RegExp, Outcome])[] = [
  [/^(Wall time: [\d.]+ seconds\n)?aborted by user/, 'aborted'],
  [/^approval policy is Never/, 'stopped'],
  [/^Command blocked by PreToolUse hook/, 'stopped'],
  [/^unsupported call: /, 'stopped'],
  [/^failed to parse function arguments/, 'stopped'],
  [/^apply_patch verification failed/, 'stopped'],
  [/^Script completed\n/, 'succeeded'],
  [/^Script failed\n/, 'failed'],
  [/^Script running/, 'running'],
  [/^\{/, 'succeeded'],
];

/** The head of a command's output; its first lines may be several, of a few characters each. */
const HEAD =
  /^(?:Chunk ID: [^\n]*\n)?(?:Wall time: [^\n]*\n)?Process (?:exited with code (-?\d+)|(running) with session ID)/;

/** So much of an output is looked at. */
const HEAD_CHARACTERS = 400;

/** The outcome of a call, by its output: a text, or a list of parts (texts and pictures). */
export function outcomeOf(output: unknown): Outcome {
  const first: unknown = Array.isArray(output) ? output[0] : { text: output };
  const { type, text: whole } = isObject(first) ? first : {};
  if (type === 'input_image') return 'succeeded';
  const text = typeof whole === 'string' ? whole.slice(0, HEAD_CHARACTERS) : '';
  const refusal = /\bRejected\("((?:[^\\]|\\[^"])*)/.exec(text.replaceAll('\\"', '"').replaceAll('\\\\', '\\'));
  if (refusal && text.startsWith('exec_command failed')) return worded(REFUSALS, refusal[1] ?? '') ?? 'stopped';
  const [, code, running] = HEAD.exec(text) ?? [];
  if (running !== undefined) return 'running';
  if (code !== undefined) return code === '0' ? 'exited' : 'exited badly';
  return worded(WORDS, text) ?? 'other';
}

const worded = (words: readonly (readonly [RegExp, Outcome])[], text: string): Outcome | undefined =>
  words.find(([pattern]) => pattern.test(text))?.[1];
