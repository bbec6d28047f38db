// The events as a host's own code reads them: one type a family, told apart by `event_type`, the same as the schema's.
import type { EventRecord } from 'opentelemetry-instrumentation-codex';
import { CodexSpanProcessor } from 'opentelemetry-instrumentation-codex';
import {
  codexAnalyticsEvent,
  eventName,
  eventSchemas,
  factsOf,
  type CodexAnalyticsEvent,
  type EventOf,
  type EventType,
  type Facts,
} from 'opentelemetry-instrumentation-codex/events';
import * as z from 'zod';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => undefined;

export function read(event: CodexAnalyticsEvent, record: EventRecord) {
  same<typeof event.event_type, EventType>(true);
  // @ts-expect-error Which parameters there are is known once the type is.
  void event.event_params.turn_id.length;
  switch (event.event_type) {
    case 'codex_turn_event':
      same<typeof event, EventOf<'codex_turn_event'>>(true);
      same<typeof event.event_params.turn_id, string>(true);
      same<typeof event.event_params.collaboration_mode, 'plan' | 'default' | null>(true);
      // @ts-expect-error A turn was reviewed by nobody.
      void event.event_params.review_id;
      return event.event_params.status;
    case 'codex_review_event':
      same<typeof event, EventOf<'codex_review_event'>>(true);
      return event.event_params.review_id;
    case 'skill_invocation':
      return event.skill_id;
    default:
      // @ts-expect-error Was told apart above.
      void (event.event_type === 'codex_turn_event');
      return `${record.id} ${record.spanContext.traceId}`;
  }
}

new CodexSpanProcessor({ eventHook: read });
new CodexSpanProcessor({ eventHook: async (event) => Promise.resolve(event.event_type) });

same<z.infer<(typeof eventSchemas)['codex_turn_event']>, EventOf<'codex_turn_event'>>(true);
same<z.infer<(typeof eventSchemas)['codex_review_event']>, EventOf<'codex_review_event'>>(true);
export const parsed: CodexAnalyticsEvent = codexAnalyticsEvent.parse({});
export const turn: EventOf<'codex_turn_event'> = eventSchemas.codex_turn_event.parse({});
// @ts-expect-error No such family.
void eventSchemas.codex_message_event;

export const titleOf = (span: object): string | undefined => {
  const facts: Facts | undefined = factsOf(span);
  if (facts?.type !== 'turn') return undefined;
  return `${facts.turnId} ${eventName('codex_turn_event')}`;
};
