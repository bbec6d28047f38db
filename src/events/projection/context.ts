import type { ClientFacts, Facts, RuntimeFacts } from '../../session/facts/index.js';
import type { AppServerClient, Runtime } from '../schema/blocks.js';
import type { EventOf, EventType } from '../schema/index.js';
import { dialectOf } from './dialect.js';

/**
 * Why an event is withheld: its connection was never initialised, nothing reported where its thread comes from, or a
 * review's request has no start (0.118 and before).
 */
export type MissingContext = 'no client' | 'no lineage' | 'no start';

/** The result of projecting facts: an event, a reason why it is withheld, or nothing. */
export type Projection<Type extends EventType> = EventOf<Type> | MissingContext | undefined;

/**
 * The thread's context, without which Codex drops most events: an initialised connection, and a response or a spawn that
 * reported where the thread comes from (`codex-rs/analytics/src/reducer.rs`, "missing analytics context").
 */
export function threadContext(facts: Facts) {
  const { client, lineage } = facts;
  if (client === null) return 'no client' satisfies MissingContext;
  if (!lineage.isComplete) return 'no lineage' satisfies MissingContext;
  return {
    thread_id: lineage.threadId,
    app_server_client: appServerClient(client, facts.runtime),
    runtime: runtime(facts.runtime),
    thread_source: lineage.threadSource,
    subagent_source: lineage.subagentSource,
    parent_thread_id: lineage.parentThreadId,
  };
}

type ThreadContext = Exclude<ReturnType<typeof threadContext>, MissingContext>;

/** An event in its thread's context, or why it is withheld. `own` is taken over. */
export function inContext<Type extends EventType>(
  facts: Facts,
  type: Type,
  own: Omit<EventOf<Type>['event_params'], keyof ThreadContext>,
): Projection<Type> {
  const context = threadContext(facts);
  if (typeof context === 'string') return context;
  return { event_type: type, event_params: Object.assign(own, context) } as unknown as EventOf<Type>;
}

export function appServerClient(client: ClientFacts, server: RuntimeFacts | null): AppServerClient {
  return {
    product_client_id: productClientId(client, server),
    client_name: client.clientName,
    client_version: client.clientVersion,
    rpc_transport: client.rpcTransport,
    experimental_api_enabled: client.experimentalApiEnabled,
  };
}

/** Every field is null where a gateway answered `initialize` by itself: nothing is known of the server then. */
export function runtime(server: RuntimeFacts | null): Runtime {
  return {
    codex_rs_version: server?.codexVersion ?? null,
    runtime_os: server?.os ?? null,
    runtime_os_version: server?.osVersion ?? null,
    runtime_arch: server?.arch ?? null,
  };
}

/** The client as `product_client_id` names it. */
export function productClientId(client: ClientFacts, server: RuntimeFacts | null): string {
  return dialectOf(server).namesOriginator ? client.productClientId : (client.clientName ?? client.productClientId);
}
