import { untraced } from '../suppression.js';

/** A provider of OpenTelemetry: an SDK's own, or the API's proxy of one. */
interface Provider {
  forceFlush?(): Promise<void>;
  /** Of the API's proxies, by its names in both lines. */
  getDelegate?(): Provider;
  _getDelegate?(): Provider;
}

/**
 * A function that makes a provider send what it holds, for what cannot wait for its batch: a person is waiting. One flush
 * runs at a time, and one that is asked for meanwhile follows it. Fails where the provider fails.
 */
export function flushOf(provider: object): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const flush = (): Promise<void> => {
    if (running) return (next ??= running.then(flush, flush));
    next = undefined;
    running = Promise.resolve(untraced(() => delegateOf(provider).forceFlush?.())).finally(() => {
      running = undefined;
    });
    return running;
  };
  return flush;
}

const delegateOf = (provider: Provider): Provider => provider.getDelegate?.() ?? provider._getDelegate?.() ?? provider;
