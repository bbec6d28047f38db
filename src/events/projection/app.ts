import type { AppMentionFacts, ItemFacts, McpToolCallFacts, TurnFacts } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { productClientId } from './context.js';

type AppInTurn = EventOf<'codex_app_used'>['event_params'];

function appInTurn(
  facts: TurnFacts | ItemFacts,
  app: AppMentionFacts,
  invokeType: AppInTurn['invoke_type'],
): AppInTurn {
  return {
    connector_id: app.connectorId,
    thread_id: facts.lineage.threadId,
    turn_id: facts.turnId,
    app_name: app.appName,
    product_client_id: facts.client && productClientId(facts.client, facts.runtime),
    invoke_type: invokeType,
    model_slug: facts.model,
  };
}

/** One for each app that the turn's input mentions. Needs no context. */
export function appsMentioned(facts: TurnFacts): EventOf<'codex_app_mentioned'>[] {
  return facts.appMentions.map((app) => ({
    event_type: 'codex_app_mentioned',
    event_params: appInTurn(facts, app, 'explicit'),
  }));
}

/** None if the tool belongs to no hosted app, or the turn used the app before. Needs no context. */
export function appUsed(facts: ItemFacts, detail: McpToolCallFacts): EventOf<'codex_app_used'> | undefined {
  if (detail.firstAppUse === null) return undefined;
  return {
    event_type: 'codex_app_used',
    event_params: appInTurn(facts, detail.firstAppUse, detail.firstAppUse.invokeType),
  };
}
