/**
 * Values of settings and errors that anybody may fill: a client, a configuration, a provider. What Codex has a list of leaves
 * as one of the list, or as `other`. The lists are those of 0.131 to 0.171.
 */

export const EFFORTS: ReadonlySet<string> = new Set([
  'none',
  'minimal',
  'low',
  'medium',
  'high',
  'xhigh',
  'max',
  'ultra',
]);

export const SUMMARIES: ReadonlySet<string> = new Set(['auto', 'concise', 'detailed', 'none']);

export const PERSONALITIES: ReadonlySet<string> = new Set(['none', 'friendly', 'pragmatic']);

export const APPROVAL_POLICIES: ReadonlySet<string> = new Set([
  'untrusted',
  'on-failure',
  'on-request',
  'granular',
  'never',
]);

export const APPROVALS_REVIEWERS: ReadonlySet<string> = new Set(['user', 'auto_review', 'guardian_subagent']);

/** The variants of `codexErrorInfo`. */
export const ERRORS: ReadonlySet<string> = new Set([
  'activeTurnNotSteerable',
  'badRequest',
  'bioPolicy',
  'contextWindowExceeded',
  'cyberPolicy',
  'flexUnavailable',
  'httpConnectionFailed',
  'inferenceHookDenied',
  'internalServerError',
  'misalignmentPolicyViolation',
  'modelNotFound',
  'other',
  'policyCapacityUnavailable',
  'rateLimitExceeded',
  'responseStreamConnectionFailed',
  'responseStreamDisconnected',
  'responseTooManyFailedAttempts',
  'sandboxError',
  'serverOverloaded',
  'sessionBudgetExceeded',
  'threadRollbackFailed',
  'tooManyDenials',
  'unauthorized',
  'usageLimitExceeded',
]);

/** The turns that cannot be steered. */
export const TURN_KINDS: ReadonlySet<string> = new Set(['review', 'compact']);

/** The value if it is one of the list, else `other`. */
export const listed = (list: ReadonlySet<string>, value: string): string => (list.has(value) ? value : 'other');

/** The same; null stays null. */
export const listedOrNull = (list: ReadonlySet<string>, value: string | null): string | null =>
  value === null ? null : listed(list, value);
