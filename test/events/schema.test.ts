import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codexAnalyticsEvent, eventSchemas, toJsonSchemas, type EventType } from '../../src/events/schema/index.js';
import { anyEvent } from './any-event.js';
import { GONE, INTERNAL, NOT_OURS, OURS } from './internal.js';
import { NEWEST, recordedEvents, type RecordedEvent } from './recorded.js';

const types = Object.keys(eventSchemas) as EventType[];
const paramsOf = (type: EventType) => Object.keys(eventSchemas[type].shape.event_params.shape);
const recorded = recordedEvents().filter(({ event }) => !NOT_OURS.has(event.event_type));
const newest = recorded.filter(({ version }) => version === NEWEST);

/** Fields that Codex leaves out of an event where it has no value for them. */
const LEFT_OUT_WHERE_NULL: ReadonlySet<string> = new Set(['turn_trigger', 'used_dictation', 'parent_turn_id']);

const problemsOf = (event: unknown) =>
  codexAnalyticsEvent.safeParse(event).error?.issues.map(({ path, code }) => `${path.join('.')}: ${code}`) ?? [];

/** Without what only Codex's own process knows; what the version or the event left out is null. */
function asObserved({ event }: RecordedEvent): unknown {
  const type = event.event_type as EventType;
  const unknown = new Set([...INTERNAL[type], ...GONE]);
  const known = Object.entries(event.event_params).filter(([field]) => !unknown.has(field));
  const absent = paramsOf(type).map((field): [string, null] => [field, null]);
  return { ...event, event_params: { ...Object.fromEntries(absent), ...Object.fromEntries(known) } };
}

describe('the schemas', () => {
  it('accept every recorded event of the Codex binary', () => {
    for (const one of recorded) {
      expect(codexAnalyticsEvent.safeParse(asObserved(one)).error, `${one.version} ${one.scenario}`).toBeUndefined();
    }
  });

  it('know every family that the Codex binary sent', () => {
    const codexs = types.filter((type) => !OURS.has(type));
    expect(new Set(newest.map(({ event }) => event.event_type))).toEqual(new Set(codexs));
  });

  it("list their fields in the newest Codex version's own order, and leave out only what no traffic reports", () => {
    for (const { event } of newest) {
      const type = event.event_type as EventType;
      if (type === 'codex_thread_archive_event') continue; // leaves out what it does not know: see below
      const fields = Object.keys(event.event_params).filter((field) => !INTERNAL[type].includes(field));
      const ours = paramsOf(type).filter((field) => fields.includes(field) || !LEFT_OUT_WHERE_NULL.has(field));
      expect(ours, type).toEqual(fields);
    }
  });

  it("have the trigger of a tool's turn, which Codex leaves out where there is none", () => {
    const triggered = newest.find(
      ({ event }) => 'tool_name' in event.event_params && 'turn_trigger' in event.event_params,
    );
    expect(triggered?.event.event_params).toMatchObject({ turn_trigger: 'goal' });
  });

  it('have null where Codex leaves keys of an archived thread out', () => {
    const archived = newest.find(({ event }) => event.event_type === 'codex_thread_archive_event');
    expect(paramsOf('codex_thread_archive_event')).toEqual([
      ...Object.keys(archived?.event.event_params ?? {}),
      'parent_thread_id',
    ]);
  });

  it.each(types)('refuse a %s with a field more or a field less', (type) => {
    const event = anyEvent(type);
    expect(problemsOf(event)).toEqual([]);
    const [first] = paramsOf(type) as [string];
    const less = Object.fromEntries(Object.entries(event.event_params).filter(([name]) => name !== first));
    expect(problemsOf({ ...event, event_params: less })).toEqual([
      expect.stringMatching(new RegExp(`^event_params\\.${first}: invalid_`)),
    ]);
    expect(problemsOf({ ...event, event_params: { ...event.event_params, prompt: 'x' } })).toEqual([
      'event_params: unrecognized_keys',
    ]);
    expect(problemsOf({ ...event, prompt: 'x' })).toEqual([': unrecognized_keys']);
  });

  it('refuse numbers that are not safe integers, and texts with a lone surrogate', () => {
    const event = anyEvent('codex_turn_event');
    const withParams = (params: object) => ({ ...event, event_params: { ...event.event_params, ...params } });
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 0.5, -1]) {
      expect(problemsOf(withParams({ total_tokens: bad })), String(bad)).toHaveLength(1);
    }
    for (const bad of ['\ud83d', 'x\udc00', '\udc00\ud83d']) {
      expect(problemsOf(withParams({ model: bad }))).toEqual(['event_params.model: custom']);
    }
    expect(problemsOf(withParams({ model: 'gpt \ud83d\udc00' }))).toEqual([]);
  });

  it('take the error of a turn as its variant, with its number or kind', () => {
    const event = anyEvent('codex_turn_event');
    const problems = (turn_error: unknown) =>
      problemsOf({ ...event, event_params: { ...event.event_params, turn_error } });
    for (const good of [
      null,
      'badRequest',
      { httpConnectionFailed: { httpStatusCode: 503 } },
      { responseStreamDisconnected: { httpStatusCode: null } },
      { activeTurnNotSteerable: { turnKind: 'review' } },
      { other: {} },
    ]) {
      expect(problems(good), JSON.stringify(good)).toEqual([]);
    }
    for (const bad of [
      {},
      { a: {}, b: {} },
      { 1: {} },
      { a: { 2: 3 } },
      { a: { b: { c: 1 } } },
      { a: 'text' },
      JSON.parse('{"__proto__":{"a":1}}') as unknown,
    ]) {
      expect(problems(bad), JSON.stringify(bad)).not.toEqual([]);
    }
  });
});

describe('the JSON Schemas', () => {
  const schemas = toJsonSchemas();

  it('are one an event type, of the whole event', () => {
    expect(Object.keys(schemas)).toEqual(types);
    for (const type of types) {
      expect(schemas[type]).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: type,
        type: 'object',
        properties: { event_type: { const: type } },
        required:
          type === 'skill_invocation'
            ? ['event_type', 'skill_id', 'skill_name', 'event_params']
            : ['event_type', 'event_params'],
      });
    }
  });

  it('are closed: every object lists its fields, requires them all and forbids others', () => {
    const objects: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, properties, required, additionalProperties, propertyNames } = node as Record<string, unknown>;
      if (type === 'object' && propertyNames === undefined) {
        objects.push(path);
        expect(additionalProperties, path).toBe(false);
        expect(required, path).toEqual(Object.keys(properties as object));
      }
      for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`);
    };
    for (const type of types) walk(schemas[type], type);
    expect(objects.length).toBeGreaterThan(2 * types.length);
  });

  it('stand in schema/ as the code has them now (node scripts/schema.mjs writes them)', () => {
    const directory = new URL('../../schema/', import.meta.url);
    expect(readdirSync(directory).sort()).toEqual(types.map((type) => `${type}.json`).sort());
    for (const type of types) {
      expect(JSON.parse(readFileSync(new URL(`${type}.json`, directory), 'utf8')), type).toEqual(schemas[type]);
    }
  });

  it('describe their units', () => {
    expect(schemas.codex_review_event).toMatchObject({
      properties: { event_params: { properties: { started_at_ms: { description: 'Unix time in milliseconds.' } } } },
    });
  });
});
