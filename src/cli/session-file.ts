import { report, type CommandIo } from './command.js';

/** A file that a command writes beside the session that it observes. */
interface SessionFile {
  /** Rejects where the file cannot be written. */
  opened(): Promise<void>;
  /** Writes the rest. Rejects where something could not be written. */
  end(): Promise<void>;
}

/**
 * Reports a failure of the file, which changes nothing else: at once where it cannot be opened, because a session can be long;
 * else at its end. Returns a function that ends the file, and never rejects.
 *
 * @param failure the sentence before the reason why it cannot be opened
 */
export function reportedEnd(file: SessionFile, failure: string, io: CommandIo): () => Promise<void> {
  const isOpen = file.opened().then(
    () => true,
    (error: unknown) => {
      report(io, `${failure} ${(error as Error).message}`);
      return false;
    },
  );
  return async () => {
    if (await isOpen) await file.end().catch((error: unknown) => report(io, (error as Error).message));
  };
}
