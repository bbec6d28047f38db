import type { TracerProvider } from '@opentelemetry/api';
import { wrap, type Release } from './sources/tee.js';

/**
 * Notices that the host shuts its tracer provider down, as OpenTelemetry's set-ups do on SIGTERM. It stands in front of the
 * provider's own `shutdown`, because span processors are shut down in their order: one before ours takes no more spans.
 */
export class ProviderShutdown {
  readonly #beforeShutdown: () => void;
  #watched: object | undefined;
  #release: Release | undefined;

  /** @param beforeShutdown is called before the provider shuts down. It must not throw. */
  constructor(beforeShutdown: () => void) {
    this.#beforeShutdown = beforeShutdown;
  }

  /** Watches this provider and no other. The API's proxy gets the provider behind it at any time, so call it at each span. */
  watch(provider: TracerProvider & { getDelegate?: () => TracerProvider }): void {
    const target: object & { shutdown?: unknown } = provider.getDelegate?.() ?? provider;
    if (target === this.#watched) return;
    this.release();
    this.#watched = target;
    if (typeof target.shutdown !== 'function' || !Object.isExtensible(target)) return;
    const beforeShutdown = this.#beforeShutdown;
    this.#release = wrap(target, 'shutdown', (shutdown, self, args) => {
      beforeShutdown();
      return shutdown.apply(self, args);
    });
  }

  /** Lets the provider go. */
  release(): void {
    this.#release?.();
    this.#release = undefined;
    this.#watched = undefined;
  }
}
