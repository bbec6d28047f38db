import { ERRORS, listed, TURN_KINDS } from '../facts/closed-lists.js';
import type { TurnErrorFacts } from '../facts/index.js';

/** A name as the protocol writes its variants; anything else might be content. */
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/**
 * `codexErrorInfo` reduced to its variant with its number or kind: `badRequest`, or
 * `{httpConnectionFailed: {httpStatusCode: 503}}`, or `{activeTurnNotSteerable: {turnKind: 'review'}}`. A variant that
 * Codex has not had so far is `other`.
 */
export function turnError(info: unknown): TurnErrorFacts | null {
  if (typeof info === 'string') return NAME.test(info) ? listed(ERRORS, info) : null;
  if (typeof info !== 'object' || info === null) return null;
  const [name, detail] = Object.entries(info as Record<string, unknown>)[0] ?? [];
  if (name === undefined || !NAME.test(name)) return null;
  const variant = listed(ERRORS, name);
  return variant === 'other' ? variant : { [variant]: detailsOf(detail) };
}

function detailsOf(detail: unknown): Record<string, number | string | null> {
  if (typeof detail !== 'object' || detail === null) return {};
  const details: Record<string, number | string | null> = {};
  if ('httpStatusCode' in detail && (detail.httpStatusCode === null || Number.isSafeInteger(detail.httpStatusCode)))
    details['httpStatusCode'] = detail.httpStatusCode as number | null;
  if ('turnKind' in detail && typeof detail.turnKind === 'string')
    details['turnKind'] = listed(TURN_KINDS, detail.turnKind);
  return details;
}
