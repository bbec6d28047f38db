import type { Readable } from 'node:stream';
import { readTranscript, type ReadTranscriptOptions } from '../protocol/transcript/transcript.js';
import { replayRecords, type ReplayOptions } from './wire-log.js';

/** Replays a transcript, that is lines of bare JSON-RPC messages, as `replayWireLog` does a wire log. */
export async function replayTranscript(
  source: string | Readable,
  options: ReplayOptions & ReadTranscriptOptions,
): Promise<void> {
  await replayRecords(readTranscript(source, options), options);
}
