import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from './codex-schema/reduce.js';
import * as readers from '../../src/protocol/readers.js';
import { item } from '../../src/protocol/schema/items.js';
import { clientRequests, notifications, rpcError, userRequests } from '../../src/protocol/schema/messages.js';

interface Pair {
  readonly schema: z.ZodType;
  readonly read: readers.Reader<unknown>;
}

/** Each schema of a message in use with its reader, by method; results and errors under names of their own. */
const PAIRS = new Map<string, Pair>([
  ...Object.entries(notifications).map(([method, schema]): [string, Pair] => [
    method,
    { schema, read: readers.notifications[method as keyof typeof notifications] },
  ]),
  ...pairsOf(clientRequests, readers.clientRequests),
  ...pairsOf(userRequests, readers.userRequests),
  ['error of a response', { schema: rpcError, read: readers.rpcError }],
  ['item', { schema: item, read: readers.item }],
]);

type Exchanges<T> = Readonly<Record<string, { readonly params: T; readonly result: T }>>;

function pairsOf(schemas: Exchanges<z.ZodType>, read: Exchanges<readers.Reader<unknown>>): [string, Pair][] {
  return Object.entries(schemas).flatMap(([method, { params, result }]): [string, Pair][] => [
    [method, { schema: params, read: read[method]!.params }],
    [`${method} result`, { schema: result, read: read[method]!.result }],
  ]);
}

const RECORDINGS = new URL('../recordings/', import.meta.url).pathname;

/** Values of recorded messages by the name of their schema, at most 30 of each and of all versions. */
function recordedValues(): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>();
  const add = (name: string, value: unknown) => {
    const known = values.get(name) ?? [];
    if (PAIRS.has(name) && known.length < 30) values.set(name, [...known, value]);
  };
  const files = readdirSync(RECORDINGS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /wire\.jsonl$/.test(file),
  );
  for (const file of files) {
    const methods = new Map<unknown, string>();
    for (const line of readFileSync(join(RECORDINGS, file), 'utf8').split('\n')) {
      const { msg, from } = JSON.parse(line || '{}') as { msg?: Readonly<Record<string, unknown>>; from?: string };
      if (msg === undefined) continue;
      const asked = `${from === 'client' ? 'server' : 'client'} ${JSON.stringify(msg['id'])}`;
      if (typeof msg['method'] === 'string') {
        add(msg['method'], msg['params']);
        if (msg['id'] !== undefined) methods.set(`${String(from)} ${JSON.stringify(msg['id'])}`, msg['method']);
        const { params } = msg as { params?: { item?: unknown } };
        if (params?.item !== undefined) add('item', params.item);
      } else if (msg['error'] === undefined) add(`${methods.get(asked) ?? ''} result`, msg['result']);
      else add('error of a response', msg['error']);
    }
  }
  return values;
}

const ODD = [
  null,
  undefined,
  0,
  -1,
  1.5,
  2 ** 53,
  Infinity,
  4.5e12 + 1,
  '',
  'odd',
  true,
  [],
  [null],
  {},
  { type: 'odd' },
  [[]],
];

/** Pseudo-random numbers from 0 to `below`, the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A copy of the value with an odd value in one place, without one member, or with one more. */
function mutated(value: unknown, next: (below: number) => number): unknown {
  const copy = structuredClone(value);
  const places: [container: Record<string, unknown>, key: string][] = [];
  const visit = (container: unknown) => {
    if (typeof container !== 'object' || container === null) return;
    for (const key of Object.keys(container)) {
      places.push([container as Record<string, unknown>, key]);
      visit((container as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const [container, key] = places[next(places.length)] ?? [];
  if (container === undefined || key === undefined) return ODD[next(ODD.length)];
  const kind = next(8);
  // oxlint-disable-next-line typescript/no-dynamic-delete
  if (kind === 0) delete container[key];
  else if (kind === 1) container['added'] = 'later';
  else container[key] = ODD[next(ODD.length)];
  return copy;
}

function expectSame({ schema, read }: Pair, value: unknown): void {
  const { success, data } = schema.safeParse(value);
  const [result, expected] = [read(value), success ? data : undefined];
  // To expect takes ten times as long as to compare, and there are thousands of values.
  if (!isDeepStrictEqual(result, expected)) expect({ value, result }).toEqual({ value, result: expected });
}

describe('a generated reader', () => {
  const recorded = recordedValues();

  it('exists for each message in use', () => {
    for (const { name } of MESSAGES) expect(PAIRS.get(name)?.read, name).toBeTypeOf('function');
  });

  it.each([...PAIRS.keys()])('reads %s as its schema does, whatever is odd in it', (name) => {
    const pair = PAIRS.get(name)!;
    const next = numbers(name.length);
    for (const odd of ODD) expectSame(pair, odd);
    for (const value of recorded.get(name) ?? []) {
      expectSame(pair, value);
      for (let round = 0; round < 40; round++) {
        const once = mutated(value, next);
        expectSame(pair, once);
        expectSame(pair, mutated(once, next));
      }
    }
  });

  it('is in the file that the schemas make now', () => {
    expect(spawnSync(process.execPath, ['scripts/readers.mjs', '--check']).status, 'run npm run readers').toBe(0);
  });
});
