import type { ClientFacts, Facts, RuntimeFacts } from '../../session/facts/index.js';
import type { AppServerClient, Runtime } from '../schema/blocks.js';
import { dialectOf } from './dialect.js';

/** The client as `product_client_id` names it. */
export function productClientId(client: ClientFacts, server: RuntimeFacts | null): string {
  return dialectOf(server).namesOriginator ? client.productClientId : (client.clientName ?? client.productClientId);
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

export function runtime(facts: RuntimeFacts): Runtime {
  return {
    codex_rs_version: facts.codexVersion,
    runtime_os: facts.os,
    runtime_os_version: facts.osVersion,
    runtime_arch: facts.arch,
  };
}

/**
 * The thread's full context, without which Codex drops most events: an initialised connection, its server, and a
 * response or a spawn that told where the thread comes from. Codex analytics: which connection an event is attributed to.
 */
export function threadContext(facts: Facts) {
  if (facts.client === null || facts.runtime === null || !facts.lineage.isComplete) return undefined;
  return {
    app_server_client: appServerClient(facts.client, facts.runtime),
    runtime: runtime(facts.runtime),
    thread_source: facts.lineage.threadSource,
    subagent_source: facts.lineage.subagentSource,
    parent_thread_id: facts.lineage.parentThreadId,
  };
}
