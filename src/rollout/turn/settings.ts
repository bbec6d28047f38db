import type { Notification } from '../../protocol/schema/messages.js';
import type { SessionMeta, ThreadSettings, TurnContext } from '../records.js';
import { camelCase } from './items.js';

type ThreadSettingsUpdate = Notification<'thread/settings/updated'>['threadSettings'];

/**
 * The settings of a thread's turns: a turn's own context, and the thread's settings, which hold until they are recorded
 * again. A member without any record is left out: it is unknown, not unset.
 */
export class RecordedSettings {
  /** The context of the last turn. */
  context: TurnContext | undefined;
  /** The thread's settings, as they were recorded last. */
  applied: ThreadSettings | undefined;
  readonly #modelProvider: string | null;

  constructor(meta: SessionMeta) {
    this.#modelProvider = meta.model_provider;
  }

  /** The settings as `thread/settings/updated` would report them; undefined while none are recorded. */
  get update(): ThreadSettingsUpdate | undefined {
    const { context, applied } = this;
    if (context === undefined) return undefined;
    const sandbox = context.sandbox_policy;
    const mode = context.collaboration_mode?.mode ?? undefined;
    return {
      model: context.model,
      modelProvider: applied?.model_provider_id ?? this.#modelProvider,
      effort: context.effort,
      // `turn_context.summary` is a placeholder.
      summary: applied?.reasoning_summary ?? null,
      // The turn's record has it.
      serviceTier: undefined,
      personality: context.personality,
      approvalPolicy: context.approval_policy,
      approvalsReviewer: context.approvals_reviewer,
      sandboxPolicy: sandbox && { type: camelCase(sandbox.type), networkAccess: sandbox.network_access },
      collaborationMode: mode === undefined ? undefined : { mode },
    };
  }

  /** The tier in effect of one that is named depends on the models at hand, of which nothing is recorded. */
  get serviceTier(): 'default' | null {
    return this.applied?.service_tier === null ? 'default' : null;
  }
}
