import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { createRequire } from 'node:module';
import { basename, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { CodexSpanProcessor } from '../events/processor.js';
import { CodexIdGenerator } from '../spans/ids.js';
import { replayWireLog } from '../replay.js';
import { print, type Command } from './command.js';
import { SessionView } from './session-view.js';
import { run, toLine } from './styled-text.js';
import { terminalOf, type Terminal } from './terminal.js';

/** `codex-otel demo` */
export const demoCommand: Command = {
  summary: 'shows a bundled recording in the terminal',
  usage: `Usage: codex-otel demo

Shows the trace and the analytics events of a bundled recording; needs neither Codex nor a
network.
`,
  async run(args, io) {
    parseArgs({ args: [...args] });
    await print(io, await demo(terminalOf(io.stdout, io.env), commandName(process.argv[1])));
    return 0;
  },
};

/** The bundled recording of a session as text. @param command how this command is called, for those that it names */
export async function demo(terminal: Terminal, command: string): Promise<string> {
  // Its place stands in package.json: one file for the sources and for the built command.
  const recording = createRequire(import.meta.url).resolve('#demo-recording');
  const view = new SessionView();
  const codex = new CodexSpanProcessor({ exporters: [view] });
  const tracerProvider = new NodeTracerProvider({ spanProcessors: [codex, view], idGenerator: new CodexIdGenerator() });
  await replayWireLog(recording, { tracerProvider });
  await tracerProvider.shutdown();
  const replay = `${command} replay ${shortest(recording)}`;
  return `${view.render(terminal)}\n${whereToGo(replay, view.rootThreadId ?? '', terminal)}`;
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
