import type { TurnErrorFacts } from '../facts/index.js';

/** A name as the protocol writes its variants; anything else might be content. */
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/**
 * `codexErrorInfo` reduced to its variant with its number or kind: `badRequest`, or
 * `{httpConnectionFailed: {httpStatusCode: 503}}`, or `{activeTurnNotSteerable: {turnKind: 'review'}}`.
 */
export function turnError(info: unknown): TurnErrorFacts | null {
  if (typeof info === 'string') return NAME.test(info) ? info : null;
  if (typeof info !== 'object' || info === null) return null;
  const [variant, detail] = Object.entries(info as Record<string, unknown>)[0] ?? ['', null];
  if (!NAME.test(variant)) return null;
  if (typeof detail !== 'object' || detail === null) return { [variant]: {} };
  const details = Object.entries(detail as Record<string, unknown>).filter(
    (entry): entry is [string, number | string | null] =>
      NAME.test(entry[0]) &&
      (entry[1] === null || typeof entry[1] === 'number' || (typeof entry[1] === 'string' && NAME.test(entry[1]))),
  );
  return { [variant]: Object.fromEntries(details) };
}
