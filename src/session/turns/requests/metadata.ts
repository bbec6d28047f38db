import type { Metadata } from '../../../protocol/schema/messages.js';

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

/** Reads a message's metadata. The patch wins. */
export function metadataOf(params: MetadataMembers): TurnMetadata {
  const { responsesapiClientMetadata: metadata, responsesapiClientMetadataPatch: patch } = params;
  if (metadata === null && patch === null) return NO_METADATA;
  return {
    workspaceKind: patch?.workspace_kind ?? metadata?.workspace_kind ?? null,
    usedDictation: patch?.codex_app_used_dictation ?? metadata?.codex_app_used_dictation ?? null,
  };
}
