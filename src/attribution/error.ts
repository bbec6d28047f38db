/** Commits or events that cannot be read. `message` is one sentence for a person. */
export class AttributionError extends Error {
  override readonly name = 'AttributionError';
}
