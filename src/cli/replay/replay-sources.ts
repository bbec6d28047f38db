import { statSync } from 'node:fs';
import { findRollouts } from '../../rollout/files/folder.js';
import { readFirstLine } from '../../rollout/reader.js';
import { recognizeRollout, type RolloutFile } from '../../rollout/sessions.js';
import { isBareMessage } from '../../wire/log/format.js';
import { CommandError } from '../command.js';

/** The sources of a replay by their kinds. */
export interface ReplaySources {
  /** Files, or `-` for standard input. */
  readonly wireLogs: readonly string[];
  /** Files of bare JSON-RPC messages, or `-`. */
  readonly transcripts: readonly string[];
  readonly rollouts: readonly RolloutFile[];
}

interface SourceOptions {
  /** Unix milliseconds: of folders, what was written to since. */
  readonly since?: number | undefined;
  /** Whether standard input is a transcript: it cannot be looked at. */
  readonly isTranscript: boolean;
}

/**
 * Sorts the arguments: a rollout and a transcript are recognised by their first line, every other file is a wire log, and of a
 * folder the rollouts are taken.
 *
 * Rejects with a {@link CommandError} where a folder cannot be read or has no rollout.
 */
export async function replaySources(
  sources: readonly string[],
  { since, isTranscript }: SourceOptions,
): Promise<ReplaySources> {
  const wireLogs: string[] = [];
  const transcripts: string[] = [];
  const rollouts = new Map<string, RolloutFile>();
  for (const source of sources) {
    const isFolder = source !== '-' && statSync(source).isDirectory();
    const found = isFolder ? await rolloutsIn(source, since) : [await rolloutOf(source)];
    for (const rollout of found) {
      if (rollout !== undefined) rollouts.set(`${rollout.threadId} ${rollout.at}`, rollout);
      else if (source === '-' ? isTranscript : await hasBareMessages(source)) transcripts.push(source);
      else wireLogs.push(source);
    }
  }
  return { wireLogs, transcripts, rollouts: [...rollouts.values()] };
}

async function rolloutsIn(folder: string, since: number | undefined): Promise<RolloutFile[]> {
  const found = await findRollouts(folder, { since }).catch((error: unknown) => {
    throw new CommandError(`Cannot read the folder ${folder}: ${(error as Error).message}`);
  });
  if (found.length === 0 && since === undefined) throw new CommandError(`There is no rollout in ${folder}.`);
  const recognized = await Promise.all(found.map(rolloutOf));
  return recognized.filter((file) => file !== undefined);
}

async function hasBareMessages(source: string): Promise<boolean> {
  if (!statSync(source).isFile()) return false;
  const line = await readFirstLine(source).catch(() => undefined);
  return line !== undefined && isBareMessage(line);
}

/** A pipe is read once only, so it cannot be looked at. The replay itself reports a file that cannot be read. */
async function rolloutOf(source: string): Promise<RolloutFile | undefined> {
  if (source === '-' || !statSync(source).isFile()) return undefined;
  return recognizeRollout(source).catch(() => undefined);
}
