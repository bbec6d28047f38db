// Span processors for measuring.

/** Takes spans and does nothing with them. */
export const noProcessor = {
  onStart: () => undefined,
  onEnd: () => undefined,
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
};

/** Remembers spans in the order of their starts. */
export class CollectingProcessor {
  spans = [];

  onStart(span) {
    this.spans.push(span);
  }

  onEnd() {}
  async forceFlush() {}
  async shutdown() {}
}
