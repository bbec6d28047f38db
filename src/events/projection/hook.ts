import type { HookFacts } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { productClientId } from './context.js';
import { snakeCase } from '../../snake-case.js';

/** None if the hook never completed, or ran in no turn, or for a code reviewer. Needs no context. */
export function hookRun(facts: HookFacts): EventOf<'codex_hook_run'> | undefined {
  if (facts.status === null || facts.turnId === null || facts.ranForCodeReviewer) return undefined;
  return {
    event_type: 'codex_hook_run',
    event_params: {
      thread_id: facts.lineage.threadId,
      turn_id: facts.turnId,
      product_client_id: facts.client && productClientId(facts.client, facts.runtime),
      model_slug: facts.model,
      hook_name: pascalCase(facts.eventName),
      hook_source: snakeCase(facts.source),
      handler_type: facts.handlerType && snakeCase(facts.handlerType),
      execution_mode: facts.executionMode && snakeCase(facts.executionMode),
      status: facts.status,
    },
  };
}

/** `preToolUse` as analytics writes it: `PreToolUse`. */
function pascalCase(camelCase: string): string {
  return camelCase.charAt(0).toUpperCase() + camelCase.slice(1);
}
