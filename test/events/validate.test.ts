import { describe, expect, it } from 'vitest';
import { eventSchemas, type EventType } from '../../src/events/schema/index.js';
import { validate } from '../../src/events/validate.js';
import { anyEvent } from './any-event.js';
import { context } from './facts.js';

const types = Object.keys(eventSchemas) as EventType[];

/** A valid event of the type, but for these parameters. */
function eventWith(type: EventType, params: object) {
  const event = anyEvent(type);
  return { ...event, event_params: { ...event.event_params, ...params } } as typeof event;
}

describe('validate', () => {
  it.each(types)('gives a valid %s back as it is, keys in the order of its schema', (type) => {
    const event = anyEvent(type);
    const shuffled = { ...event, event_params: Object.fromEntries(Object.entries(event.event_params).reverse()) };
    const validated = validate(shuffled as never);
    expect(validated).toEqual({ event, problems: [] });
    expect(Object.keys(validated.event!.event_params)).toEqual(
      Object.keys(eventSchemas[type].shape.event_params.shape),
    );
  });

  it.each<[what: string, field: string, value: unknown]>([
    ['a lone surrogate', 'model', '\ud83d'],
    ['a number for a text', 'model', 7],
    ['NaN', 'duration_ms', Number.NaN],
    ['an infinite number', 'duration_ms', Number.POSITIVE_INFINITY],
    ['an integer that is not safe', 'total_tokens', 2 ** 53],
    ['a negative fraction, which breaks two rules', 'total_tokens', -0.5],
    ['a value that is no member of the enumeration', 'sandbox_policy', 'moon_base'],
    ['an error with two variants', 'turn_error', { a: {}, b: {} }],
    ['an error with a nested value', 'turn_error', { a: { b: { c: 1 } } }],
    ['an absent field', 'model', undefined],
  ])('makes a field null that holds %s, and keeps the others', (_what, field, value) => {
    const { event, problems } = validate(eventWith('codex_turn_event', { [field]: value }));
    expect(event).toEqual(eventWith('codex_turn_event', { [field]: null }));
    for (const problem of problems) expect(problem).toMatch(new RegExp(`^event_params\\.${field}: [a-z_]+$`));
    expect(problems.length).toBeGreaterThan(0);
  });

  it('makes several odd fields null, also beside the parameters and in a block', () => {
    expect(validate({ ...anyEvent('skill_invocation'), skill_id: 5 } as never).event).toMatchObject({ skill_id: null });
    const client = (client_name: string | null) => ({
      app_server_client: { ...context.app_server_client, client_name },
    });
    const { event, problems } = validate(
      eventWith('codex_turn_event', { model: 1, personality: 2, ...client('\udc00') }),
    );
    expect(event).toEqual(eventWith('codex_turn_event', { model: null, personality: null, ...client(null) }));
    expect(problems).toEqual([
      'event_params.app_server_client.client_name: custom',
      'event_params.model: invalid_type',
      'event_params.personality: invalid_type',
    ]);
  });

  it.each<[what: string, type: EventType, params: object, problem: string]>([
    ['its thread has no id', 'codex_turn_event', { thread_id: null }, 'event_params.thread_id: invalid_type'],
    [
      'a count is no number',
      'codex_turn_event',
      { num_input_images: '2' },
      'event_params.num_input_images: invalid_type',
    ],
    ['its status is unknown', 'codex_review_event', { status: 'maybe' }, 'event_params.status: invalid_value'],
    [
      'an entry of a list is no text',
      'codex_collab_agent_tool_call_event',
      { receiver_thread_ids: ['thread-2', 3] },
      'event_params.receiver_thread_ids.1: invalid_type',
    ],
    ['it has a field that is not its own', 'codex_turn_event', { prompt: 'x' }, 'event_params: unrecognized_keys'],
  ])('makes no event where %s, which null cannot mend', (_what, type, params, problem) => {
    expect(validate(eventWith(type, params))).toEqual({ event: undefined, problems: [problem] });
  });

  it('changes nothing in the event that it is given', () => {
    const event = eventWith('codex_turn_event', { model: 7, turn_error: { a: {}, b: {} } });
    const before = structuredClone(event);
    validate(event);
    expect(event).toEqual(before);
  });
});
