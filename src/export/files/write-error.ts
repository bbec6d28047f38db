/** A file or a stream that events or spans cannot be written to. `message` names it and the reason in one sentence. */
export class FileWriteError extends Error {
  override readonly name = 'FileWriteError';
  readonly code = 'ERR_FILE_WRITE';
}
