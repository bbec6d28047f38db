import type { Notification } from '../../protocol/schema/messages.js';
import type { SessionMeta, ThreadSettings, TurnContext } from '../records.js';
import { camelCase } from './items.js';

type ThreadSettingsUpdate = Notification<'thread/settings/updated'>['threadSettings'];

/**
 * The settings of a thread's turns: a turn's own context, and the thread's settings, which hold until they are recorded
 * again. A member without any record is left out: it is unknown, not unset.
 */
export class RecordedSettings {
  readonly #modelProvider: string | null;
  #context: TurnContext | undefined;
  #settings: ThreadSettings | undefined;

  constructor(meta: SessionMeta) {
    this.#modelProvider = meta.model_provider;
  }

  get context(): TurnContext | undefined {
    return this.#context;
  }

  entered(context: TurnContext): void {
    this.#context = context;
  }

  applied(settings: ThreadSettings): void {
    this.#settings = settings;
  }

  /** The settings as `thread/settings/updated` would report them; undefined while none are recorded. */
  get update(): ThreadSettingsUpdate | undefined {
    const context = this.#context;
    if (context === undefined) return undefined;
    const sandbox = context.sandbox_policy;
    const mode = context.collaboration_mode?.mode ?? undefined;
    return {
      model: context.model,
      modelProvider: this.#settings?.model_provider_id ?? this.#modelProvider,
      effort: context.effort,
      // `turn_context.summary` is a placeholder.
      summary: this.#settings?.reasoning_summary ?? null,
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
    return this.#settings !== undefined && (this.#settings.service_tier ?? null) === null ? 'default' : null;
  }
}
