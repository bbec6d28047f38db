import type { Notification, Params, Result } from '../protocol/schema/messages.js';
import type { TurnFacts } from '../session/facts/index.js';

/**
 * What a thread's turns run with. Settings are sticky: what is given on one `turn/start` holds for the turns after it, and
 * `thread/settings/updated` tells of changes. A member that is left out changes nothing; null resets it.
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

const SANDBOX_POLICIES = new Map<string, TurnFacts['sandboxPolicy']>(
  Object.entries({
    dangerFullAccess: 'full_access',
    readOnly: 'read_only',
    workspaceWrite: 'workspace_write',
    externalSandbox: 'external_sandbox',
  }),
);

/** Full access has the network; the others say so, by a boolean or (external) by a word. */
function sandboxSettings(sandbox: Sandbox): Partial<Settings> {
  if (sandbox === undefined || sandbox === null) return {};
  const { type, networkAccess } = sandbox;
  return {
    sandboxPolicy: SANDBOX_POLICIES.get(type) ?? null,
    sandboxNetworkAccess: type === 'dangerFullAccess' || networkAccess === true || networkAccess === 'enabled',
  };
}

/** Only the members that were given, so that a spread changes nothing else. */
function given(settings: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/**
 * What `thread/start`, `resume` or `fork` ask for and the response does not repeat. A fork has no personality of its own,
 * and a thread that is loaded goes on as it is.
 */
export function askedFor(
  method: 'thread/start' | 'thread/resume' | 'thread/fork',
  { personality, config }: Params<'thread/start'>,
): Partial<Settings> {
  return given({
    reasoningSummary: config?.model_reasoning_summary,
    ...(method !== 'thread/fork' && { personality: personality ?? config?.personality }),
  });
}

/** What the response to `thread/start`, `resume` or `fork` says. */
export function openedWith(result: Result<'thread/start'>): Settings {
  return {
    ...UNKNOWN_SETTINGS,
    ...given({
      model: result.model,
      modelProvider: result.modelProvider ?? result.thread.modelProvider,
      reasoningEffort: result.reasoningEffort,
      serviceTier: result.serviceTier,
      approvalPolicy: result.approvalPolicy,
      approvalsReviewer: result.approvalsReviewer,
    }),
    ...sandboxSettings(result.sandbox),
  };
}

/** What the server says the thread's settings are now. */
export function updatedTo(
  settings: Settings,
  update: Notification<'thread/settings/updated'>['threadSettings'],
): Settings {
  return { ...settings, ...changes(update), ...given({ modelProvider: update.modelProvider ?? undefined }) };
}

/** What a turn is started with. Null there means "as before", but for the service tier. */
export function overriddenBy(settings: Settings, turn: Params<'turn/start'>): Settings {
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
    ...given({
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
      given({
        collaborationMode: mode.mode,
        model: mode.settings?.model ?? undefined,
        reasoningEffort: mode.settings?.reasoning_effort,
      })),
  };
}
