import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import { createRequire } from 'node:module';
import { basename, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { CodexSpanProcessor } from '../events/processor.js';
import { CodexIdGenerator } from '../spans/ids.js';
import { replayWireLog } from '../replay/wire-log.js';
import { print, type Command } from './command.js';
import { SessionView } from './view/session-view.js';
import { paint, styled, type Line } from './view/styled-text.js';
import { terminalOf, type Terminal } from './view/terminal.js';

/** `codex-otel demo` */
export const demoCommand: Command = {
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

/** The bundled recording as text. @param command how this command was called, for the commands in the text */
export async function demo(terminal: Terminal, command: string): Promise<string> {
  // package.json holds the path: one for the sources and for the built command.
  const recording = createRequire(import.meta.url).resolve('#demo-recording');
  const view = new SessionView();
  const codex = new CodexSpanProcessor({ exporters: [view] });
  const tracerProvider = new BasicTracerProvider({
    spanProcessors: [codex, view],
    idGenerator: new CodexIdGenerator(),
  });
  await replayWireLog(recording, { tracerProvider });
  await tracerProvider.shutdown();
  const traceId = view.rootThreadId?.replaceAll('-', '') ?? '';
  const next = nextSteps(command, shellPath(recording), traceId);
  return `${view.render(terminal)}\n${next.map((line) => `${paint(line, terminal.color)}\n`).join('')}`;
}

/** Commands stand whole, however narrow the terminal, so that they can be copied. */
function nextSteps(command: string, recording: string, traceId: string): Line[] {
  return [
    [styled('See it in Jaeger', 'bold')],
    [styled('  docker run --rm -p 16686:16686 -p 4318:4318 jaegertracing/jaeger:2.20.0', 'cyan')],
    [styled(`  ${command} replay ${recording} --endpoint http://localhost:4318`, 'cyan')],
    [styled(`  http://localhost:16686/trace/${traceId}`, 'cyan')],
    [],
    [styled('Observe your own Codex', 'bold')],
    [styled(`  ${command} run -- codex app-server`, 'cyan')],
  ];
}

/** The words that run this command again. @param script `process.argv[1]` */
export function commandName(script: string | undefined): string {
  if (script === undefined || basename(script) === 'codex-otel') return 'codex-otel';
  return `node ${shellPath(script)}`;
}

/** A path for a shell: relative if it is below the current directory, in quotes if it needs them. */
function shellPath(path: string): string {
  const fromHere = relative('', path);
  const shortest = fromHere.startsWith('..') ? path : fromHere;
  return /^[\w./\\:@+-]+$/.test(shortest) ? shortest : JSON.stringify(shortest);
}
