import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromText, membersOf, MESSAGES, reduce, type Member, type Members } from './codex-schema/reduce.js';
import { KNOWN_VALUES } from './codex-schema/known-values.js';

/**
 * Our schemas against those that Codex generates of itself. For a new version of Codex run `scripts/codex-schema.mjs`; for
 * a new member of a schema run it for all versions.
 */

/** Members that the newest version has no longer. */
const HISTORIC: readonly string[] = [];

/** Members that no version has: a schema of several messages reads them, and only some of the messages have them. */
const SHARED = [
  'thread/fork personality',
  'thread/start threadId',
  'thread/start excludeTurns',
  ...['attachToSource', 'history'].map((member) => `thread/start ${member}`),
  'thread/resume attachToSource',
  'thread/fork history',
  'item/autoApprovalReview/started completedAtMs',
  // Of those that open a thread, only `thread/resume` has it.
  ...['thread/start result', 'thread/fork result'].flatMap((message) =>
    ['', '.mode', '.settings', '.settings.model', '.settings.reasoning_effort'].map(
      (member) => `${message} collaborationMode${member}`,
    ),
  ),
  // Of those that bear a message, only `turn/start` and `turn/steer` have it.
  ...['', '.codex_app_used_dictation', '.workspace_kind'].map(
    (member) => `thread/queue/add responsesapiClientMetadataPatch${member}`,
  ),
];

/** Members that no version has: approvals have them, and a question to a person is read alike. */
const AS_IN_APPROVALS = ['item/tool/requestUserInput startedAtMs', 'mcpServer/elicitation/request startedAtMs'];

/** Members within `_meta`, whose members Codex's schemas leave open. */
const UNDECLARED = ['codex_approval_kind', 'tool_name'].map(
  (member) => `mcpServer/elicitation/request _meta.${member}`,
);

/** Types that Codex sends and our schema reads as missing on purpose: only a subagent's source is in use, an object. */
const UNREAD_TYPES: Readonly<Record<string, string>> = { 'thread.source': 'string' };

const folder = new URL('codex-schema/', import.meta.url);
const VERSIONS = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const NEWEST = VERSIONS.at(-1) ?? '';

const codex = new Map<string, ReadonlyMap<string, Members>>(
  VERSIONS.map((version) => {
    const text = readFileSync(new URL(`${version}.json`, folder), 'utf8');
    const messages = JSON.parse(text) as Record<string, Record<string, string>>;
    const membersFrom = (members: Record<string, string>) =>
      new Map(Object.entries(members).map(([path, type]) => [path, fromText(type)]));
    return [version, new Map(Object.entries(messages).map(([name, members]) => [name, membersFrom(members)]))];
  }),
);

interface Place {
  readonly where: string;
  readonly path: string;
  readonly ours: Member;
  readonly theirs: Member | undefined;
}

/** Every member that our schemas read, next to the same member of a version's messages. */
function placesOf(version: string): Place[] {
  return MESSAGES.flatMap(({ name, schema }) =>
    [...membersOf(schema)].map(([path, ours]) => {
      return { where: `${name} ${path}`, path, ours, theirs: codex.get(version)?.get(name)?.get(path) };
    }),
  );
}

/** The values that our code knows of a string that our schema leaves open. */
const knownValues = (path: string): readonly string[] =>
  Object.entries(KNOWN_VALUES).find(([name]) => path === name || path.endsWith(`.${name}`))?.[1] ?? [];

describe(`the schemas of messages against Codex ${NEWEST}, the newest version`, () => {
  it('read only members that it has', () => {
    const missing = placesOf(NEWEST).filter(({ theirs }) => theirs === undefined);
    const expected = [...HISTORIC, ...SHARED, ...AS_IN_APPROVALS, ...UNDECLARED];
    expect(missing.map(({ where }) => where).sort()).toEqual(expected.sort());
  });

  it('read historic members that an older version has', () => {
    const older = new Set(VERSIONS.flatMap(placesOf).flatMap(({ where, theirs }) => (theirs ? [where] : [])));
    expect(HISTORIC.filter((where) => !older.has(where))).toEqual([]);
  });
});

describe.each(VERSIONS)('the schemas of messages against Codex %s', (version) => {
  const places = placesOf(version);

  it('accept every type that it sends', () => {
    const refused = places.flatMap(({ where, path, ours, theirs }) =>
      [...(theirs?.types ?? [])]
        .filter((type) => !['any', 'null'].includes(type) && UNREAD_TYPES[path] !== type)
        .filter((type) => !ours.types.has('any') && !ours.types.has(type))
        .map((type) => `${where}: ${type}`),
    );
    expect(refused).toEqual([]);
  });

  it('know every value of its enumerations', () => {
    const unknown = places.flatMap(({ where, path, ours, theirs }) => {
      if (theirs?.values === undefined || ours.types.has('any')) return [];
      const known = ours.values ?? new Set(knownValues(path));
      return [...theirs.values]
        .filter((value) => !known.has(value) && UNREAD_TYPES[path] === undefined)
        .map((value) => `${where} has the new value ${value}: decide what it means, then add it to the known values`);
    });
    expect(unknown).toEqual([]);
  });
});

describe('the known values of enumerations', () => {
  const all = VERSIONS.flatMap(placesOf);

  it('are values that some version has', () => {
    const values = (places: readonly Place[]) => new Set(places.flatMap(({ theirs }) => [...(theirs?.values ?? [])]));
    const listed = Object.entries(KNOWN_VALUES).flatMap(([name, known]) => {
      const found = values(all.filter(({ path }) => path === name || path.endsWith(`.${name}`)));
      return known.filter((value) => !found.has(value)).map((value) => `${name} ${value}`);
    });
    const enums = all.flatMap(({ where, ours }) => {
      const found = values(all.filter((place) => place.where === where));
      return [...(ours.values ?? [])].filter((value) => !found.has(value)).map((value) => `${where} ${value}`);
    });
    expect([listed, [...new Set(enums)]]).toEqual([[], []]);
  });
});

describe('reduce', () => {
  const turnStarted = MESSAGES.find(({ name }) => name === 'turn/started')!.schema;
  const schemaWith = (status: string[], id = 'string') => ({
    type: 'object',
    properties: {
      threadId: { type: 'string', description: 'prose' },
      unread: { type: 'string' },
      turn: { anyOf: [{ $ref: '#/definitions/Turn' }, { type: 'null' }] },
    },
    definitions: {
      Turn: {
        properties: {
          id: { type: id },
          status: { $ref: '#/definitions/Status' },
          startedAt: { type: ['integer', 'null'] },
        },
      },
      Status: { enum: status, type: 'string' },
    },
  });

  it('keeps the types and values of the members that our schema reads', () => {
    expect(reduce(turnStarted, schemaWith(['failed', 'paused']))).toEqual(
      new Map<string, Member>([
        ['threadId', { types: new Set(['string']) }],
        ['turn', { types: new Set(['any', 'null']) }],
        ['turn.id', { types: new Set(['string']) }],
        ['turn.status', { types: new Set(['string']), values: new Set(['failed', 'paused']) }],
        ['turn.startedAt', { types: new Set(['number', 'null']) }],
      ]),
    );
  });
});
