import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { EventType } from '../../src/events/schema/index.js';
import { anyEvent } from '../events/any-event.js';
import { everyFact } from '../events/facts.js';
import { project } from '../../src/events/projection/project.js';
import { codexOtel } from './io.js';
import { recordings } from './recordings.js';

const folder = new URL('../../schema/', import.meta.url);
const files = readdirSync(folder);
const inFile = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as object;

interface Event {
  readonly event_type: string;
  readonly event_params: object;
}

describe('codex-otel schema', () => {
  it('prints the schemas of all events by their types, the same as in the package', async () => {
    const { status, stdout } = await codexOtel(['schema']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(
      Object.fromEntries(files.map((file) => [file.replace('.json', ''), inFile(file)])),
    );
  });

  it.each(['codex_review_event', 'codex.review'])('prints the schema of one event, by the name %s', async (event) => {
    const { status, stdout } = await codexOtel(['schema', event]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(inFile('codex_review_event.json'));
  });

  it.each([
    ['codex.tern', 'There is no event codex.tern. Did you mean codex.turn?'],
    ['codex_turns_event', 'There is no event codex_turns_event. Did you mean codex_turn_event?'],
    ['toString', /^There is no event toString\. The events are: codex_accepted_line_.*, codex_turn_event, /],
  ])('answers %s with the events that there are, and status 2', async (event, message) => {
    const { status, stdout, said } = await codexOtel(['schema', event]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(said[0]?.replace('codex-otel: ', '')).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });
});

describe('the schemas in the package, with ajv', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  const validators = new Map(files.map((file) => [file.replace('.json', ''), ajv.compile(inFile(file))]));
  const problems = (event: Event) => {
    const validate = validators.get(event.event_type);
    if (validate === undefined) throw new Error(`no schema for ${event.event_type}`);
    return validate(event) ? [] : validate.errors;
  };

  it('accept every event of every recorded session', async () => {
    const seen = new Set<string>();
    for (const version of ['0.131.0', '0.147.0', '0.169.0']) {
      for (const file of recordings(version)) {
        const { status, lines } = await codexOtel(['replay', file, '--events', '-']);
        expect(status).toBe(0);
        for (const line of lines) {
          const event = JSON.parse(line) as Event;
          seen.add(event.event_type);
          expect(problems(event), `${file} ${line}`).toEqual([]);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(15);
  });

  it('accept an event of every family', () => {
    const events = [...validators.keys()].map((type) => anyEvent(type as EventType));
    expect(new Set(events.map(({ event_type: type }) => type))).toEqual(new Set(validators.keys()));
    for (const event of events) expect(problems(event), event.event_type).toEqual([]);
  });

  it('refuse an event with a field more, a field less or a wrong value', () => {
    for (const event of everyFact.flatMap((facts) => project(facts))) {
      const [first] = Object.keys(event.event_params) as [string];
      const less = Object.fromEntries(Object.entries(event.event_params).slice(1));
      expect(problems({ ...event, event_params: less })).not.toEqual([]);
      expect(problems({ ...event, event_params: { ...event.event_params, prompt: 'x' } })).not.toEqual([]);
      expect(problems({ ...event, event_params: { ...event.event_params, [first]: { a: 1 } } })).not.toEqual([]);
    }
  });
});
