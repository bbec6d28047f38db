import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { createRequire } from 'node:module';
import { basename, relative } from 'node:path';
import { CodexSpanProcessor } from '../events/processor.js';
import { CodexIdGenerator } from '../spans/ids.js';
import { replayWireLog } from '../spans/replay.js';
import { SessionView } from './session-view.js';
import { run, toLine } from './styled-text.js';
import { terminalOf, type Terminal } from './terminal.js';

export interface DemoOptions {
  /** Takes the text. Default: standard output. */
  readonly write?: (text: string) => void;
  /** What the text is written for. Default: the terminal behind standard output. */
  readonly terminal?: Terminal;
  /** How this command is called, for the commands that it names. Default: as it was called. */
  readonly command?: string;
}

/** Shows the bundled recording of a session; needs neither Codex nor a network. Resolves with the exit status. */
export async function runDemo(options: DemoOptions = {}): Promise<number> {
  const { terminal = terminalOf(process.stdout, process.env), command = commandName(process.argv[1]) } = options;
  const write = options.write ?? ((text: string) => process.stdout.write(text));
  // Its place stands in package.json: one file for the sources and for the built command.
  const recording = createRequire(import.meta.url).resolve('#demo-recording');
  const view = new SessionView();
  const codex = new CodexSpanProcessor({ exporters: [view] });
  const tracerProvider = new NodeTracerProvider({ spanProcessors: [codex, view], idGenerator: new CodexIdGenerator() });
  await replayWireLog(recording, { tracerProvider });
  await tracerProvider.shutdown();
  const replay = `${command} replay ${shortest(recording)}`;
  write(`${view.render(terminal)}\n${whereToGo(replay, view.rootThreadId ?? '', terminal)}`);
  return 0;
}

/** How to see the same session in a trace back end. Commands stand whole, however narrow the terminal: to be copied. */
function whereToGo(replay: string, threadId: string, { color }: Terminal): string {
  const lines = [
    [run('The same session in Jaeger', 'bold')],
    [run('  docker run --rm -p 16686:16686 -p 4318:4318 \\', 'cyan')],
    [run('    jaegertracing/jaeger:latest', 'cyan')],
    [run(`  ${replay} \\`, 'cyan')],
    [run('    --endpoint http://localhost:4318', 'cyan')],
    [run("Its trace id is the thread's id without dashes:")],
    [run(`  http://localhost:16686/trace/${threadId.replaceAll('-', '')}`, 'cyan')],
    [run('Or search for the tag:')],
    [run(`  codex.thread.id=${threadId}`, 'cyan')],
  ];
  return lines.map((line) => `${toLine(line, color)}\n`).join('');
}

/** What to type to run this command again. */
export function commandName(script: string | undefined): string {
  if (script === undefined || basename(script) === 'codex-otel') return 'codex-otel';
  return `node ${shortest(script)}`;
}

/** A path as a shell takes it: from here where it is below, in quotes where it needs them. */
function shortest(path: string): string {
  const fromHere = relative('', path);
  const shorter = fromHere.startsWith('..') ? path : fromHere;
  return /^[\w./\\:@+-]+$/.test(shorter) ? shorter : JSON.stringify(shorter);
}
