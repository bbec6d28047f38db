import type { ChildProcess } from 'node:child_process';
import { report, type Command, type CommandIo } from '../command.js';
import { endLike, type Ending } from './ending.js';
import { HeldOutput } from './held-output.js';
import { runInherited } from './inherited-command.js';
import type { Observe } from './observed-run.js';
import { runServer } from './proxied-server.js';
import { runOptions, type RunOptions } from './run-options.js';
import type { Telemetry } from './telemetry.js';
import { readCommand, type Way } from './way.js';

const usage = `Usage: codex-otel run [options] -- codex app-server [args…]

Runs an app-server between a client and itself and observes what passes: for clients that nobody
can change, such as an IDE's setting for the Codex path. Bytes, standard error, exit code and
signals pass through; trouble with telemetry never reaches the client.

  --record FILE      writes a wire log (its content, too) that codex-otel replay reads; .gz is gzipped
  --inject           adds trace context to the client's requests (no byte is changed without it)
  --repository MODE  names the repository on spans: its URL and branch (full), or their hashes (hash)
  --codex-trace      observes codex exec --ephemeral, which writes no rollout, by a trace of Codex's own:
                     a private folder, removed at the end, of which only times and ids are read
  --endpoint URL     sends spans and events to this OTLP/HTTP receiver; without it the OTEL_*
                     variables decide, and http://localhost:4318 where they are silent
  --accepted-lines fingerprints
                     describes accepted lines by hashes, too; counts (the default) numbers them
  --flush-timeout S  seconds that sending may take when the app-server has ended: 5 by default,
                     0.25 where no receiver ever answered
  --audit FILE       appends who approved what, for codex-otel approvals; only its owner may read it
  --with-content     puts the commands and patches under approval into that file, and nowhere else
`;

/** `codex-otel run` */
export const runCommand: Command = { usage, run };

/** The observer is loaded while the app-server starts. */
const proxied: Observe = ({ options, env, io, telemetry }) =>
  runServer(options.command, {
    env,
    io,
    async observe(child) {
      // A file that cannot be written is named, whatever the command does.
      const writesFile = options.record !== undefined || options.audit !== undefined;
      if (!writesFile && (await isSilent(child))) return;
      (await telemetry())?.codex.observeChildProcess(child);
    },
  });

const followed: Observe = async (run) => (await import('./recorded/followed-command.js')).followedCommand(run);

const OBSERVE: Readonly<Record<Exclude<Way, 'nothing'>, Observe>> = {
  proxy: proxied,
  listener: async (run) => (await import('./relayed/listener.js')).relayedListener(run),
  terminal: async (run) => (await import('./relayed/terminal.js')).relayedTerminal(run, followed),
  rollout: followed,
};

async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = runOptions(args);
  const env = { ...io.env }; // the command gets every variable as it is
  const command = readCommand(options.command);
  if (command.way === 'nothing') return endLike(await runInherited(options.command, { env, io }), io);
  let started: Promise<Telemetry | undefined> | undefined;
  const held = command.way === 'terminal' ? new HeldOutput(io.stderr) : undefined;
  const telemetry = () => (started ??= startTelemetry(options, held ? withErrors(io, held) : io));
  let ending: Ending;
  try {
    ending = await OBSERVE[command.way]({ options, command, io, env, telemetry });
  } finally {
    held?.release();
    await (await started)?.finish();
  }
  return endLike(ending, io);
}

/** The streams that a command has, but standard error. They are not copied: Node opens standard input when it is read. */
function withErrors(io: CommandIo, stderr: HeldOutput): CommandIo {
  return Object.create(io, { stderr: { value: stderr } }) as CommandIo;
}

async function startTelemetry(options: RunOptions, io: CommandIo): Promise<Telemetry | undefined> {
  try {
    const { startTelemetry: start } = await import('./telemetry.js');
    return await start(options, io);
  } catch (error) {
    report(io, `Nothing is observed. ${(error as Error).message}`);
    return undefined;
  }
}

/** A command that only does something, such as `true`, has closed its output by then. Milliseconds. */
const SILENCE_MS = 10;

/** Whether a process ends its output at once, without a byte: there is nothing to observe. */
function isSilent({ stdout }: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => decide(false), SILENCE_MS);
    // At the first bytes, and at the end.
    const readable = () => decide(stdout?.readableLength === 0);
    const decide = (isSilent: boolean) => {
      clearTimeout(timer);
      stdout?.off('readable', readable);
      resolve(isSilent);
    };
    stdout?.on('readable', readable);
  });
}
