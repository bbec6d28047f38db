import type { Metadata } from '../../../protocol/schema/messages.js';
import type { Dialect } from '../../dialect.js';

/** The metadata that a client sends along with a message, as far as a turn's facts have it. */
export interface TurnMetadata {
  readonly workspaceKind: string | null;
  readonly usedDictation: boolean | null;
}

export const NO_METADATA: TurnMetadata = { workspaceKind: null, usedDictation: null };

interface MetadataMembers {
  readonly responsesapiClientMetadata: Metadata;
  readonly responsesapiClientMetadataPatch: Metadata;
}

/** Reads a message's metadata. The patch wins, in versions that have it. */
export function metadataOf(params: MetadataMembers, { patchesMetadata }: Dialect): TurnMetadata {
  const { responsesapiClientMetadata: metadata } = params;
  const patch = patchesMetadata ? params.responsesapiClientMetadataPatch : null;
  if (metadata === null && patch === null) return NO_METADATA;
  return {
    workspaceKind: patch?.workspace_kind ?? metadata?.workspace_kind ?? null,
    usedDictation: patch?.codex_app_used_dictation ?? metadata?.codex_app_used_dictation ?? null,
  };
}
