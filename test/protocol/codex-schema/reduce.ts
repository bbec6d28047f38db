import type * as z from 'zod';
import { countedItem, item, spanItems } from '../../../src/protocol/schema/items.js';
import { clientRequests, notifications, userRequests } from '../../../src/protocol/schema/messages.js';

/**
 * Holds two schemas of the same messages next to each other: ours (zod), and the JSON Schema that a Codex binary generates
 * of itself. Both are reduced to the members that ours reads: a path, the JSON types, and the values of an enumeration.
 */

/** A JSON Schema, as far as Codex uses it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** The schema of one place of a message: its JSON types (`any` stands for all), and the values of an enumerated string. */
export interface Member {
  readonly types: ReadonlySet<string>;
  readonly values?: ReadonlySet<string> | undefined;
}

/** Members by their path: `turn.status`, `input[].type`, `item<webSearch>.action`. */
export type Members = ReadonlyMap<string, Member>;

/** As a type is written in TypeScript: `boolean | null`, `"failed" | "completed"`. */
export function toText({ types, values }: Member): string {
  const names = [...types].filter((type) => type !== 'string' || values === undefined);
  return [...names, ...[...(values ?? [])].map((value) => JSON.stringify(value))].sort().join(' | ');
}

export function fromText(text: string): Member {
  const parts = text.split(' | ');
  const values = parts.filter((part) => part.startsWith('"')).map((part) => JSON.parse(part) as string);
  if (values.length === 0) return { types: new Set(parts) };
  return { types: new Set(['string', ...parts.filter((part) => !part.startsWith('"'))]), values: new Set(values) };
}

/** One message in use: our schema of it. */
export interface Message {
  readonly name: string;
  readonly method: string;
  readonly sender: 'client' | 'server';
  /** Whether it is the result of the method's request. */
  readonly isResult: boolean;
  readonly schema: z.ZodType;
}

export const MESSAGES: readonly Message[] = [
  ...Object.entries(clientRequests).flatMap(([method, request]) => exchange('client', method, request)),
  ...Object.entries(userRequests).flatMap(([method, request]) => exchange('server', method, request)),
  ...Object.entries(notifications).flatMap(([method, params]) => exchange('server', method, { params })),
];

function exchange(
  sender: 'client' | 'server',
  method: string,
  { params, result }: { params: z.ZodType; result?: z.ZodType },
): Message[] {
  const request = { name: method, method, sender, isResult: false, schema: params };
  return result ? [request, { ...request, name: `${method} result`, isResult: true, schema: result }] : [request];
}

/** The members that our schema reads, and what it accepts for each. */
export function membersOf(schema: z.ZodType): Members {
  const found = new Map<string, Member>();
  visit(schema, undefined, '', (path, ours) => merge(found, path, ours));
  return found;
}

/** Of the members that our schema reads, those that Codex's schema has. */
export function reduce(schema: z.ZodType, codex: JsonSchema): Members {
  const found = new Map<string, Member>();
  visit(schema, variantsOf(codex, codex), '', (path, _ours, theirs) => {
    for (const variant of theirs) merge(found, path, variant);
  });
  return found;
}

function merge(all: Map<string, Member>, path: string, { types, values }: Member): void {
  if (path === '') return;
  const known = all.get(path);
  // A string that one of the schemas leaves open is open.
  const isOpen = (found: Member | undefined) => found?.types.has('string') === true && found.values === undefined;
  const isEnumerated = !isOpen(known) && !isOpen({ types, values }) && (known?.values ?? values) !== undefined;
  all.set(path, {
    types: new Set([...(known?.types ?? []), ...types]),
    values: isEnumerated ? new Set([...(known?.values ?? []), ...(values ?? [])]) : undefined,
  });
}

/** One variant of a JSON Schema, without references and combinations. */
interface Variant extends Member {
  readonly properties: ReadonlyMap<string, () => readonly Variant[]>;
  readonly otherProperties: () => readonly Variant[];
  readonly elements: () => readonly Variant[];
}

const none = () => [];
const ANY: Variant = { types: new Set(['any']), properties: new Map(), otherProperties: none, elements: none };

function variantsOf(schema: JsonSchema | boolean | undefined, root: JsonSchema): readonly Variant[] {
  if (schema === undefined || schema === false) return [];
  if (schema === true) return [ANY];
  if (schema.$ref !== undefined) return variantsOf(root.definitions?.[schema.$ref.replace('#/definitions/', '')], root);
  const { additionalProperties, items, anyOf = [], oneOf = [], allOf = [] } = schema;
  const own = Object.entries(schema.properties ?? {});
  const properties = new Map(own.map(([name, each]) => [name, () => variantsOf(each, root)]));
  const combined = [...anyOf, ...oneOf, ...allOf].flatMap((each) => variantsOf(each, root));
  if (combined.length > 0)
    return combined.map((each) => ({ ...each, properties: new Map([...properties, ...each.properties]) }));
  const types = [schema.type ?? (schema.enum ? 'string' : 'any')].flat();
  return [
    {
      types: new Set(types.map((type) => (type === 'integer' ? 'number' : type))),
      values: schema.enum && new Set(schema.enum.filter((value) => value !== null).map(String)),
      properties,
      otherProperties: () => variantsOf(additionalProperties, root),
      elements: () => variantsOf(items, root),
    },
  ];
}

/** The member of this name: declared, or one of those that may have any name. */
const memberOf = ({ properties, otherProperties }: Variant, name: string) =>
  (properties.get(name) ?? otherProperties)();

/** The members of any name. */
const valuesOf = ({ properties, otherProperties }: Variant) =>
  [...properties.values(), otherProperties].flatMap((each) => each());

type Seen = (path: string, ours: Member, theirs: readonly Variant[]) => void;

/** A zod schema's definition, as far as it is looked at. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
}

const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;

/** Walks over our schema, and over the variants of Codex's at the same place. `theirs` is undefined without one. */
function visit(schema: z.ZodType, theirs: readonly Variant[] | undefined, path: string, seen: Seen): void {
  if (schema === item) {
    seen(path, { types: new Set(['object']) }, theirs ?? []);
    for (const [type, each] of Object.entries(spanItems)) visit(each, theirs, `${path}<${type}>`, seen);
    visit(countedItem, theirs, `${path}<counted>`, seen);
    return;
  }
  const definition = definitionOf(schema);
  const report = (type: string, values?: readonly unknown[]) =>
    seen(path, { types: new Set([type]), values: values && new Set(values.map(String)) }, theirs ?? []);
  switch (definition.type) {
    case 'nullable':
      report('null');
      break;
    case 'string':
    case 'number':
    case 'boolean':
      return report(definition.type);
    case 'unknown':
      return report('any');
    case 'literal':
      return report('string', definition.values);
    case 'enum':
      return report('string', Object.values(definition.entries ?? {}));
    case 'object':
      report('object');
      return visitObject(definition.shape ?? {}, theirs, path, seen);
    case 'array':
      report('array');
      break;
    case 'record':
      report('object');
      break;
  }
  for (const option of definition.options ?? []) visit(option, theirs, path, seen);
  for (const inner of [definition.innerType, definition.in]) if (inner) visit(inner, theirs, path, seen);
  if (definition.element)
    visit(
      definition.element,
      theirs?.flatMap(({ elements }) => elements()),
      `${path}[]`,
      seen,
    );
  if (definition.valueType) visit(definition.valueType, theirs?.flatMap(valuesOf), `${path}{}`, seen);
}

function visitObject(
  shape: Readonly<Record<string, z.ZodType>>,
  theirs: readonly Variant[] | undefined,
  path: string,
  seen: Seen,
): void {
  const objects = theirs?.filter((variant) => hasLiterals(shape, variant));
  for (const [name, member] of Object.entries(shape)) {
    const same = objects?.flatMap((variant) => memberOf(variant, name));
    visit(member, same, path === '' ? name : `${path}.${name}`, seen);
  }
}

/** Whether a variant has the `type` that our object is for. */
function hasLiterals(shape: Readonly<Record<string, z.ZodType>>, variant: Variant): boolean {
  return Object.entries(shape).every(([name, member]) => {
    const definition = definitionOf(member);
    if (definition.type !== 'literal') return true;
    const values = memberOf(variant, name).flatMap((each) => [...(each.values ?? [])]);
    return (definition.values ?? []).some((value) => values.includes(String(value)));
  });
}
