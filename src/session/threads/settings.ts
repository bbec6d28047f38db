import type { Notification, Params, Result } from '../../protocol/schema/messages.js';
import type { Dialect } from '../dialect.js';
import type { TurnFacts } from '../facts/index.js';

const UNKNOWN = {
  model: null,
  modelProvider: null,
  reasoningEffort: null,
  reasoningSummary: null,
  serviceTier: null,
  personality: null,
  approvalPolicy: null,
  approvalsReviewer: null,
  sandboxPolicy: null,
  sandboxNetworkAccess: null,
  collaborationMode: null,
};

/**
 * The settings of a thread's turns. They are sticky: a member of one `turn/start` holds for later turns, and
 * `thread/settings/updated` reports changes. A member that is left out changes nothing; null resets it.
 */
export type Settings = Pick<TurnFacts, keyof typeof UNKNOWN>;

export const UNKNOWN_SETTINGS: Settings = UNKNOWN;

type Sandbox = Params<'turn/start'>['sandboxPolicy'];

const SANDBOX_POLICIES = new Map<string, TurnFacts['sandboxPolicy']>([
  ['dangerFullAccess', 'full_access'],
  ['readOnly', 'read_only'],
  ['workspaceWrite', 'workspace_write'],
  ['externalSandbox', 'external_sandbox'],
]);

/** Full access includes the network. Other policies have a boolean for it, the external one a word. */
function sandboxSettings(sandbox: Sandbox): Pick<Change, 'sandboxPolicy' | 'sandboxNetworkAccess'> {
  if (sandbox === undefined || sandbox === null) return {};
  const { type, networkAccess } = sandbox;
  return {
    sandboxPolicy: SANDBOX_POLICIES.get(type) ?? null,
    sandboxNetworkAccess: type === 'dangerFullAccess' || networkAccess === true || networkAccess === 'enabled',
  };
}

/** Settings that a message reports: a member that is left out, or undefined, changes nothing. */
type Change = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/** The settings after a change. Written out: each turn has one, and to filter a list of members takes microseconds. */
function changed(before: Settings, change: Change): Settings {
  return {
    model: change.model === undefined ? before.model : change.model,
    modelProvider: change.modelProvider === undefined ? before.modelProvider : change.modelProvider,
    reasoningEffort: change.reasoningEffort === undefined ? before.reasoningEffort : change.reasoningEffort,
    reasoningSummary: change.reasoningSummary === undefined ? before.reasoningSummary : change.reasoningSummary,
    serviceTier: change.serviceTier === undefined ? before.serviceTier : change.serviceTier,
    personality: change.personality === undefined ? before.personality : change.personality,
    approvalPolicy: change.approvalPolicy === undefined ? before.approvalPolicy : change.approvalPolicy,
    approvalsReviewer: change.approvalsReviewer === undefined ? before.approvalsReviewer : change.approvalsReviewer,
    sandboxPolicy: change.sandboxPolicy === undefined ? before.sandboxPolicy : change.sandboxPolicy,
    sandboxNetworkAccess:
      change.sandboxNetworkAccess === undefined ? before.sandboxNetworkAccess : change.sandboxNetworkAccess,
    collaborationMode: change.collaborationMode === undefined ? before.collaborationMode : change.collaborationMode,
  };
}

/** Settings that the response to `thread/start`, `resume` or `fork` does not repeat. */
type Unrepeated = Pick<Settings, 'reasoningSummary' | 'personality' | 'collaborationMode'>;

/**
 * Settings that the response does not repeat, as the request asks for them. A fork takes no personality, but its
 * configuration's in older versions.
 */
export function fromOpeningRequest(
  method: 'thread/start' | 'thread/resume' | 'thread/fork',
  { personality, config }: Params<'thread/start'>,
  { forksWithPersonality }: Dialect,
): Unrepeated {
  const ofConfig = config?.personality ?? null;
  const ofFork = forksWithPersonality ? ofConfig : null;
  return {
    reasoningSummary: config?.model_reasoning_summary ?? null,
    personality: method === 'thread/fork' ? ofFork : (personality ?? ofConfig),
    collaborationMode: null,
  };
}

/** Settings that the response does not repeat, of a thread that a resume loads from the disk. */
export function fromDisk(settings: Settings, requested: Unrepeated, { restoresSettings }: Dialect): Unrepeated {
  if (!restoresSettings) return requested;
  const { reasoningSummary, personality, collaborationMode } = settings;
  return {
    reasoningSummary: requested.reasoningSummary ?? reasoningSummary,
    personality: requested.personality ?? personality,
    collaborationMode,
  };
}

/** Settings in the response to `thread/start`, `resume` or `fork`. */
export function fromOpeningResult(result: Result<'thread/start'>, unrepeated: Unrepeated): Settings {
  return changed(
    { ...UNKNOWN_SETTINGS, ...unrepeated },
    {
      model: result.model,
      modelProvider: result.modelProvider ?? result.thread.modelProvider,
      reasoningEffort: result.reasoningEffort,
      serviceTier: result.serviceTier,
      approvalPolicy: result.approvalPolicy,
      approvalsReviewer: result.approvalsReviewer,
      collaborationMode: result.collaborationMode?.mode,
      ...sandboxSettings(result.sandbox),
    },
  );
}

/** The same settings with another service tier. */
export const withServiceTier = (settings: Settings, serviceTier: string): Settings => ({ ...settings, serviceTier });

type Update = Notification<'thread/settings/updated'>['threadSettings'];

/** Settings after `thread/settings/updated`. */
export function applyUpdate(settings: Settings, update: Update): Settings {
  const mode = update.collaborationMode;
  const effortOfMode = mode?.settings?.reasoning_effort;
  return changed(settings, {
    model: mode?.settings?.model ?? update.model ?? undefined,
    modelProvider: update.modelProvider ?? undefined,
    reasoningEffort: effortOfMode === undefined ? update.effort : effortOfMode,
    reasoningSummary: update.summary,
    serviceTier: update.serviceTier,
    personality: update.personality,
    approvalPolicy: update.approvalPolicy ?? undefined,
    approvalsReviewer: update.approvalsReviewer ?? undefined,
    collaborationMode: mode?.mode,
    ...sandboxSettings(update.sandboxPolicy),
  });
}

/** Settings after a `turn/start`. Null there means "as before", except for the service tier. */
export const applyTurnStart = (settings: Settings, turn: Params<'turn/start'>): Settings =>
  applyUpdate(settings, {
    model: turn.model,
    modelProvider: undefined,
    effort: turn.effort ?? undefined,
    summary: turn.summary ?? undefined,
    serviceTier: turn.serviceTier,
    personality: turn.personality ?? undefined,
    approvalPolicy: turn.approvalPolicy,
    approvalsReviewer: turn.approvalsReviewer,
    sandboxPolicy: turn.sandboxPolicy,
    collaborationMode: turn.collaborationMode,
  });
