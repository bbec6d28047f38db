import type { Notification, Params, Result } from '../../protocol/schema/messages.js';
import type { Dialect } from '../dialect.js';
import type { TurnFacts } from '../facts/index.js';

/**
 * The settings of a thread's turns. They are sticky: a member of one `turn/start` holds for later turns, and
 * `thread/settings/updated` reports changes. A member that is left out changes nothing; null resets it.
 */
export interface Settings {
  readonly model: string | null;
  readonly modelProvider: string | null;
  readonly reasoningEffort: string | null;
  readonly reasoningSummary: string | null;
  readonly serviceTier: string | null;
  readonly personality: string | null;
  readonly approvalPolicy: string | null;
  readonly approvalsReviewer: string | null;
  readonly sandboxPolicy: TurnFacts['sandboxPolicy'];
  readonly sandboxNetworkAccess: boolean | null;
  readonly collaborationMode: string | null;
}

export const UNKNOWN_SETTINGS: Settings = {
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

type Sandbox = Params<'turn/start'>['sandboxPolicy'];

const SANDBOX_POLICIES: Readonly<Record<string, TurnFacts['sandboxPolicy']>> = {
  dangerFullAccess: 'full_access',
  readOnly: 'read_only',
  workspaceWrite: 'workspace_write',
  externalSandbox: 'external_sandbox',
};

/** Full access includes the network. Other policies have a boolean for it, the external one a word. */
function sandboxSettings(sandbox: Sandbox): Partial<Settings> {
  if (sandbox === undefined || sandbox === null) return {};
  const { type, networkAccess } = sandbox;
  return {
    sandboxPolicy: Object.hasOwn(SANDBOX_POLICIES, type) ? (SANDBOX_POLICIES[type] ?? null) : null,
    sandboxNetworkAccess: type === 'dangerFullAccess' || networkAccess === true || networkAccess === 'enabled',
  };
}

/** The members that are there, so that a spread changes nothing else. */
function present(settings: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
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
  const { reasoningSummary, collaborationMode } = settings;
  return {
    reasoningSummary: requested.reasoningSummary ?? reasoningSummary,
    personality: requested.personality,
    collaborationMode,
  };
}

/** Settings in the response to `thread/start`, `resume` or `fork`. */
export function fromOpeningResult(result: Result<'thread/start'>, unrepeated: Unrepeated): Settings {
  return {
    ...UNKNOWN_SETTINGS,
    ...unrepeated,
    ...present({
      model: result.model,
      modelProvider: result.modelProvider ?? result.thread.modelProvider,
      reasoningEffort: result.reasoningEffort,
      serviceTier: result.serviceTier,
      approvalPolicy: result.approvalPolicy,
      approvalsReviewer: result.approvalsReviewer,
    }),
    ...sandboxSettings(result.sandbox),
    ...(result.collaborationMode && { collaborationMode: result.collaborationMode.mode }),
  };
}

/** The same settings with another service tier. */
export const withServiceTier = (settings: Settings, serviceTier: string): Settings => ({ ...settings, serviceTier });

/** Settings after `thread/settings/updated`. */
export function applyUpdate(
  settings: Settings,
  update: Notification<'thread/settings/updated'>['threadSettings'],
): Settings {
  return { ...settings, ...changes(update), ...present({ modelProvider: update.modelProvider ?? undefined }) };
}

/** Settings after a `turn/start`. Null there means "as before", except for the service tier. */
export function applyTurnStart(settings: Settings, turn: Params<'turn/start'>): Settings {
  return {
    ...settings,
    ...changes({
      ...turn,
      effort: turn.effort ?? undefined,
      summary: turn.summary ?? undefined,
      personality: turn.personality ?? undefined,
    }),
  };
}

function changes(
  change: Omit<Notification<'thread/settings/updated'>['threadSettings'], 'modelProvider'>,
): Partial<Settings> {
  const mode = change.collaborationMode;
  return {
    ...present({
      model: change.model ?? undefined,
      approvalPolicy: change.approvalPolicy ?? undefined,
      approvalsReviewer: change.approvalsReviewer ?? undefined,
      reasoningEffort: change.effort,
      reasoningSummary: change.summary,
      serviceTier: change.serviceTier,
      personality: change.personality,
    }),
    ...sandboxSettings(change.sandboxPolicy),
    ...(mode &&
      present({
        collaborationMode: mode.mode,
        model: mode.settings?.model ?? undefined,
        reasoningEffort: mode.settings?.reasoning_effort,
      })),
  };
}
