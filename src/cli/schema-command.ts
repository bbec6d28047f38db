import { parseArgs } from 'node:util';
import { eventName } from '../events/log-record.js';
import { toJsonSchemas, type EventType } from '../events/schema/index.js';
import { print, UsageError, type Command, type CommandIo } from './command.js';
import { nearest } from './nearest.js';

const usage = `Usage: codex-otel schema [event]

Prints the JSON Schema (draft 2020-12) of one analytics event, by its type (codex_turn_event)
or the name of its log record (codex.turn); without one, those of all events in one object, by
their types.
`;

/** `codex-otel schema` */
export const schemaCommand: Command = {
  usage,
  run: schema,
};

async function schema(args: readonly string[], io: CommandIo): Promise<number> {
  const [event, surplus] = parseArgs({ args: [...args], allowPositionals: true }).positionals;
  if (surplus !== undefined) throw new UsageError(`One event at a time: ${surplus} is one too many.`);
  const schemas = toJsonSchemas();
  await print(io, JSON.stringify(event === undefined ? schemas : schemas[typeOf(event, schemas)], null, 2));
  return 0;
}

/** The type of an event that is named by its type or its log record. */
function typeOf(event: string, schemas: Readonly<Record<EventType, unknown>>): EventType {
  const types = Object.keys(schemas) as EventType[];
  const type = types.find((one) => one === event || eventName(one) === event);
  if (type !== undefined) return type;
  const meant = nearest(event, [...types, ...types.map(eventName)]);
  const hint = meant === undefined ? `The events are: ${types.sort().join(', ')}.` : `Did you mean ${meant}?`;
  throw new UsageError(`There is no event ${event}. ${hint}`);
}
