import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import type { Counters } from '../../counters.js';
import type { CodexSpanProcessor } from '../../events/processor.js';
import type { Pipeline } from '../../export/pipeline.js';
import { DaemonObserver } from '../../watch/daemon/daemon-observer.js';
import { DaemonWatch } from '../../watch/daemon/daemon-watch.js';
import { daemonSocket } from '../../watch/relay/address.js';
import type { Audit } from '../audit.js';
import type { FollowedSessions } from '../followed-sessions.js';
import type { WatchOptions } from './watch-options.js';

/** The local daemons that are watched, one of each folder of Codex's own files. */
export interface Daemons {
  stop(): Promise<void>;
}

interface DaemonsDeps {
  readonly pipeline: Pipeline;
  readonly sessions: FollowedSessions;
  readonly processor: CodexSpanProcessor;
  readonly counters: Counters;
  readonly audit: Audit;
}

/** Watches the local daemons, whenever there are any. */
export function watchDaemons(
  { homes, subscribes }: Pick<WatchOptions, 'homes' | 'subscribes'>,
  { pipeline: { tracerProvider }, sessions, processor, counters, audit }: DaemonsDeps,
): Daemons {
  const observer = new DaemonObserver({
    tracerProvider,
    metrics: sessions.metrics,
    processor,
    counters,
    // Approvals and what became of them are seen by the same observer, so they are audited in their order.
    beforeEnd: (span) => audit.spanProcessors.forEach((approvals) => approvals.onEnd(span as unknown as ReadableSpan)),
    capturesContent: audit.captureContent === true,
  });
  sessions.waiting = observer.waiting;
  const watches = homes.map((home) => new DaemonWatch({ socket: daemonSocket(home), subscribes, observer, counters }));
  return {
    async stop() {
      await Promise.all(watches.map((watch) => watch.stop()));
      observer.stop();
    },
  };
}
