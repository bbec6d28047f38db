import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { untraced } from './suppression.js';

/** A provider of OpenTelemetry: an SDK's own, or the API's proxy of one. */
interface Provider {
  forceFlush?(): Promise<void>;
  /** Of the API's proxies, by its names in both lines. */
  getDelegate?(): Provider;
  _getDelegate?(): Provider;
}

/**
 * To collect and to encode takes milliseconds, and more the first time. An answer that a program gives at once passes in
 * this time, and is not read late.
 */
const REST_MS = 20;

/**
 * A function that makes a provider send what it holds, soon, for what cannot wait for its batch: a person is waiting. All
 * that ask within a moment share one flush, one runs at a time, and none keeps a process alive. Fails where the provider
 * fails.
 */
export function flushOf(provider: object): () => Promise<void> {
  let next: Promise<void> | undefined;
  let running = Promise.resolve();
  const flush = () => {
    next = undefined;
    return untraced(() => delegateOf(provider).forceFlush?.());
  };
  return () => (next ??= Promise.allSettled([running, rest()]).then(() => (running = Promise.resolve(flush()))));
}

/** A timer keeps the context that is active when it is made. The host's active span has nothing to do with it. */
const rest = () => context.with(ROOT_CONTEXT, () => new Promise((resolve) => setTimeout(resolve, REST_MS).unref()));

const delegateOf = (provider: Provider): Provider => provider.getDelegate?.() ?? provider._getDelegate?.() ?? provider;
