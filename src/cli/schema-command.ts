import { parseArgs } from 'node:util';
import { toJsonSchemas } from '../events/schema/index.js';
import { CommandError, print, UsageError, type Command, type CommandIo } from './command.js';

const usage = `Usage: codex-otel schema [event_type]

Prints the JSON Schema (draft 2020-12) of one analytics event, such as codex_turn_event;
without a type, those of all events in one object, by their types.
`;

/** `codex-otel schema` */
export const schemaCommand: Command = {
  summary: "prints the analytics events' JSON Schemas",
  usage,
  run: schema,
};

async function schema(args: readonly string[], io: CommandIo): Promise<number> {
  const [type, surplus] = parseArgs({ args: [...args], allowPositionals: true }).positionals;
  if (surplus !== undefined) throw new UsageError(`One event type at a time: ${surplus} is one too many.`);
  const schemas: Readonly<Record<string, unknown>> = toJsonSchemas();
  if (type !== undefined && !Object.hasOwn(schemas, type))
    throw new CommandError(`There is no event ${type}. The events are: ${Object.keys(schemas).sort().join(', ')}.`);
  await print(io, JSON.stringify(type === undefined ? schemas : schemas[type], null, 2));
  return 0;
}
