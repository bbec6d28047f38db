import type { TurnFacts } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { productClientId } from './context.js';

/** One for each skill that the turn used. Needs no context. */
export function skillInvocations(facts: TurnFacts): EventOf<'skill_invocation'>[] {
  return facts.skills.map((skill) => ({
    event_type: 'skill_invocation',
    // Codex hashes the skill's path, without a salt.
    skill_id: null,
    skill_name: skill.skillName,
    event_params: {
      product_client_id: facts.client && productClientId(facts.client, facts.runtime),
      skill_scope: skill.scope,
      plugin_id: skill.pluginId,
      thread_id: facts.lineage.threadId,
      turn_id: facts.turnId,
      invoke_type: skill.invokeType,
      model_slug: facts.model,
    },
  }));
}
