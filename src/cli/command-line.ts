import { SettingError } from '../export/otel-env.js';
import { VERSION } from '../version.js';
import { CommandError, print, report, UsageError, type Command, type CommandIo } from './command.js';
import { nearest } from './nearest.js';

interface Entry {
  /** The purpose of the command, in a line. */
  readonly summary: string;
  /** Each command is loaded when it is used, so that none waits for the code of another. */
  readonly load: () => Promise<Command>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  replay: {
    summary: 'makes spans and analytics events of sessions that are over',
    load: async () => (await import('./replay/replay-command.js')).replayCommand,
  },
  run: {
    summary: 'runs an app-server and observes what passes between it and its client',
    load: async () => (await import('./run/run-command.js')).runCommand,
  },
  attribute: {
    summary: 'finds the committed lines that were accepted from Codex',
    load: async () => (await import('./attribute/attribute-command.js')).attributeCommand,
  },
  approvals: {
    summary: 'lists who approved what, and verifies an audit file',
    load: async () => (await import('./approvals/approvals-command.js')).approvalsCommand,
  },
  watch: {
    summary: 'follows the Codex that runs on this machine',
    load: async () => (await import('./watch/watch-command.js')).watchCommand,
  },
  doctor: {
    summary: 'says what is found, how it would be observed and where it would be sent',
    load: async () => (await import('./doctor/doctor-command.js')).doctorCommand,
  },
  demo: {
    summary: 'shows a bundled recording in the terminal',
    load: async () => (await import('./demo.js')).demoCommand,
  },
  schema: {
    summary: "prints the analytics events' JSON Schemas",
    load: async () => (await import('./schema-command.js')).schemaCommand,
  },
};

const NAME_WIDTH = 2 + Math.max(...Object.keys(COMMANDS).map((name) => name.length));

const usage = `Usage: codex-otel <command> [arguments]

OpenTelemetry spans and analytics events of Codex app-server sessions.

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(NAME_WIDTH)}${summary}\n`)
  .join('')}
  codex-otel help <command> describes one, codex-otel --version prints the version.
`;

/** Runs one command line; resolves with the exit status. */
export async function runCommandLine(args: readonly string[], io: CommandIo): Promise<number> {
  const [name = '', ...rest] = args;
  let command: Command | undefined;
  try {
    const options = optionsOf(args);
    if (options.has('--version') || options.has('-v')) return await printed(io, `codex-otel ${VERSION}`);
    if (name === 'help') return await printed(io, await usageOf(rest));
    command = await commandOf(name);
    if (options.has('--help') || options.has('-h')) return await printed(io, command?.usage ?? usage);
    if (name === '') throw new UsageError('Which command?');
    return await (command ?? unknown(name)).run(rest, io);
  } catch (error) {
    return reportError(error, command?.usage ?? usage, io);
  }
}

async function commandOf(name: string): Promise<Command | undefined> {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.load() : undefined;
}

/** The text that `codex-otel help` prints, with or without the name of a command. */
async function usageOf([name]: readonly string[]): Promise<string> {
  if (name === undefined) return usage;
  return (await commandOf(name))?.usage ?? unknown(name);
}

function unknown(name: string): never {
  if (name.startsWith('-')) throw new UsageError(`There is no option ${name}.`);
  const meant = nearest(name, Object.keys(COMMANDS));
  throw new UsageError(`There is no command ${name}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`);
}

/** The options before `--`: what follows belongs to another program. */
function optionsOf(args: readonly string[]): ReadonlySet<string> {
  const end = args.indexOf('--');
  return new Set(end === -1 ? args : args.slice(0, end));
}

async function printed(io: CommandIo, text: string): Promise<number> {
  await print(io, text);
  return 0;
}

/** Writes an error to standard error; returns the exit status: 2 for a mistake in the command line or a setting, else 1. */
function reportError(error: unknown, help: string, io: CommandIo): number {
  if (error instanceof CommandError || error instanceof SettingError) {
    report(io, error.message);
    return error instanceof SettingError ? 2 : 1;
  }
  if (error instanceof UsageError || isParseError(error)) {
    // Node's advice on how to pass such a word all the same is of no use here.
    const message = error.message.replace(/ To specify a positional argument .*/s, '').replace(/(?<![.?])$/, '.');
    report(io, message);
    io.stderr.write(`\n${help}`);
    return 2;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  io.stderr.write(`codex-otel: this should not have happened: ${stack ?? ''}\n`);
  return 1;
}

/** Whether Node's argument parser threw this. */
function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
