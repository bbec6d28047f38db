import { ROOT_CONTEXT, trace, type Context, type HrTime } from '@opentelemetry/api';
import { ATTR, SCHEMA_URL } from '../spans/conventions.js';
import { SCOPE_NAME, VERSION } from '../version.js';
import { EVENT_VERSION, type EventRecord } from './record.js';
import type { EventType } from './schema/index.js';

/** A value in the body of a log record. Null stays null. */
export type LogValue = string | number | boolean | null | LogValue[] | { [name: string]: LogValue };

/** An event as a record of the OpenTelemetry Logs API, whichever version of it the host has. */
export interface EventLogRecord {
  readonly eventName: string;
  readonly timestamp: HrTime;
  readonly severityNumber: 9;
  readonly severityText: 'INFO';
  readonly body: { [name: string]: LogValue };
  readonly attributes: { [name: string]: string | number };
  /** Holds the span's context, so that the record shows under its span. */
  readonly context: Context;
}

/** A logger provider of the OpenTelemetry Logs API, by its shape. */
export interface EventLoggerProvider {
  getLogger(
    name: string,
    version?: string,
    options?: { schemaUrl?: string },
  ): {
    emit(record: EventLogRecord): void;
    /** Whether a record would go anywhere; older versions of the API lack the method. */
    enabled?(record: EventLogRecord): boolean;
  };
  /** Sends what its processors hold. The provider of an SDK has it. */
  forceFlush?(): Promise<void>;
}

/**
 * `codex_turn_event` is `codex.turn`, `codex_hook_run` is `codex.hook_run`, `skill_invocation` `codex.skill_invocation`, and
 * `codex_review_requested`, which is this package's own, `codex.review.requested`.
 */
export function eventName(type: EventType): string {
  if (type === 'codex_review_requested') return 'codex.review.requested';
  return `codex.${type.replace(/^codex_/, '').replace(/_event$/, '')}`;
}

/**
 * The parameters are a map in the body, where events "should not use the body": as attributes they cost more, and SDK
 * 2.x loses their nulls and objects.
 */
export function toLogRecord({ event, id, spanContext, endTime, ids }: EventRecord): EventLogRecord {
  return {
    eventName: eventName(event.event_type),
    timestamp: endTime,
    severityNumber: 9,
    severityText: 'INFO',
    body:
      event.event_type === 'skill_invocation'
        ? { skill_id: event.skill_id, skill_name: event.skill_name, ...event.event_params }
        : event.event_params,
    attributes: {
      'codex.event.type': event.event_type,
      'codex.event.id': id,
      'codex.event.version': EVENT_VERSION,
      [ATTR.threadId]: ids.threadId,
      ...(ids.turnId !== null && { [ATTR.turnId]: ids.turnId }),
      ...(ids.itemId !== null && { [ATTR.itemId]: ids.itemId }),
      ...(ids.reviewId !== null && { [ATTR.reviewId]: ids.reviewId }),
    },
    context: trace.setSpanContext(ROOT_CONTEXT, spanContext),
  };
}

/**
 * Emits events through the host's logger provider, whose own processors batch and export them.
 *
 * @returns a function that returns whether the event was taken: a provider that leads nowhere takes none. It throws for an
 * event that is not taken though earlier ones were: the provider was shut down.
 */
export function logEmitter(provider: EventLoggerProvider): (record: EventRecord) => boolean {
  let logger: ReturnType<EventLoggerProvider['getLogger']> | undefined;
  let hasTaken = false;
  return (record) => {
    logger ??= provider.getLogger(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
    const logRecord = toLogRecord(record);
    if (logger.enabled?.(logRecord) === false) {
      if (hasTaken) throw new Error('it takes records no more, or not this one');
      return false;
    }
    logger.emit(logRecord);
    hasTaken = true;
    return true;
  };
}
