/** The step with a wire log that failed. */
export type WireLogErrorCode = 'ERR_WIRE_LOG_READ' | 'ERR_WIRE_LOG_WRITE';

/**
 * A wire log that cannot be read or written. `message` names the source and the reason in one sentence; `cause` is the
 * error of the file system, the stream or the decompressor.
 */
export class WireLogError extends Error {
  override readonly name = 'WireLogError';
  /** `ERR_WIRE_LOG_READ`: the log cannot be opened, read or decompressed. `ERR_WIRE_LOG_WRITE`: it cannot be written. */
  readonly code: WireLogErrorCode;

  constructor(code: WireLogErrorCode, message: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
