/** The span attributes that captured content fills. */
export type ContentAttribute =
  | 'gen_ai.input.messages'
  | 'gen_ai.output.messages'
  | 'gen_ai.tool.call.arguments'
  | 'gen_ai.tool.call.result';

/**
 * Changes captured content before it is put on a span.
 *
 * @param text of `gen_ai.*.messages` the text of one message; else the whole attribute, which is JSON or text
 * @returns the text that leaves; undefined leaves it out
 */
export type RedactContent = (text: string, attribute: ContentAttribute) => string | undefined;

/** Stands in place of what a pattern matched. */
const REDACTED = '[redacted]';

/**
 * The text after its redaction. Throws where the redaction failed, and then the text must not leave. The error never holds
 * the redaction's own: that may quote the text.
 */
export function redacted(
  redaction: RedactContent | readonly RegExp[],
  text: string,
  attribute: ContentAttribute,
): string | undefined {
  let result: unknown;
  try {
    result =
      typeof redaction === 'function'
        ? redaction(text, attribute)
        : redaction.reduce((left, pattern) => left.replace(everywhere(pattern), REDACTED), text);
  } catch {
    throw new Error('it threw, and the content was left out');
  }
  if (typeof result === 'string' || result === undefined) return result;
  // An async function: its rejection must not end the host.
  Promise.resolve(result).catch(() => undefined);
  throw new Error('it returned no text, and the content was left out');
}

/** A pattern of all matches, wherever they are, with no memory of the last one. */
const everywhere = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags.replaceAll(/[gy]/g, '')}g`);
