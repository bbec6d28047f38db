import { beforeAll, describe, expect, it } from 'vitest';
import { toJsonSchemas } from '../../src/events/schema/index.js';
import { ATTR } from '../../src/spans/conventions.js';
import { instruments, observe, type Observed } from './observed.js';
import { Page, repeated, sorted } from './page.js';

const page = new Page('docs/privacy.md');

/** The opt-in attributes of the GenAI conventions. */
const CONTENT: readonly string[] = [ATTR.inputMessages, ATTR.outputMessages, ATTR.toolArguments, ATTR.toolResult];

let observed: Observed;
beforeAll(async () => {
  observed = await observe();
});

describe('docs/privacy.md', () => {
  it('lists every span attribute of the code and no other', () => {
    const documented = page.listed('Span attributes');
    expect(repeated(documented)).toEqual([]);
    expect(sorted(documented)).toEqual(sorted(Object.values(ATTR).filter((name) => !CONTENT.includes(name))));
  });

  it('lists every field of every event schema and no other', () => {
    const documented = page.listed('Event fields');
    expect(repeated(documented)).toEqual([]);
    expect(sorted(documented)).toEqual(sorted(Object.values(toJsonSchemas()).flatMap(fieldsOf)));
  });

  it('lists every attribute of a log record and no other', () => {
    expect(sorted(page.firstColumn('Log record attributes'))).toEqual(sorted(observed.logAttributes));
  });

  it('lists every instrument, every attribute of a metric and no other', () => {
    const documented = page.listed('Metrics');
    expect(repeated(documented)).toEqual([]);
    expect(sorted(documented)).toEqual(sorted([...instruments(), ...observed.metricAttributes]));
  });

  it('names the attributes that content capture fills', () => {
    expect(sorted(page.firstColumn('Content capture'))).toEqual(sorted(CONTENT));
  });
});

describe('recorded sessions', () => {
  it('put only documented attributes on their spans, and no content', () => {
    const documented = new Set(page.listed('Span attributes'));
    const names = observed.spans.flatMap(({ attributes }) => Object.keys(attributes));
    expect(sorted(names.filter((name) => !documented.has(name)))).toEqual([]);
  });

  it('put neither span events nor a status message on their spans', () => {
    expect(observed.spans.length).toBeGreaterThan(0);
    expect(observed.spans.filter(({ events, status }) => events.length > 0 || status.message !== undefined)).toEqual(
      [],
    );
  });
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Every field of a JSON Schema, also of the objects in it. The wrapper around an event's own fields is none. */
function fieldsOf(schema: object): string[] {
  const { properties = {}, items } = schema as Schema;
  const inside = Object.entries(properties).flatMap(([name, value]) => [
    ...(name === 'event_params' ? [] : [name]),
    ...fieldsOf(value),
  ]);
  return items === undefined ? inside : [...inside, ...fieldsOf(items)];
}
