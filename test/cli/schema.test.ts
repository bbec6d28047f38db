import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
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
  it('prints the schemas of all events, by their types, as the package carries them', async () => {
    const { status, stdout } = await codexOtel(['schema']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(
      Object.fromEntries(files.map((file) => [file.replace('.json', ''), inFile(file)])),
    );
  });

  it('prints the schema of one event', async () => {
    const { status, stdout } = await codexOtel(['schema', 'codex_review_event']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(inFile('codex_review_event.json'));
  });

  it.each(['codex_reviews', 'toString'])('names the events it knows where there is no %s', async (type) => {
    const { status, stdout, said } = await codexOtel(['schema', type]);
    expect({ status, stdout, lines: said.length }).toEqual({ status: 1, stdout: '', lines: 1 });
    expect(said[0]).toMatch(new RegExp(`^codex-otel: There is no event ${type}\\. The events are: .*codex_turn_event`));
  });
});

describe('the schemas in the package, by another validator', () => {
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
    const events = everyFact.flatMap((facts) => project(facts));
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
