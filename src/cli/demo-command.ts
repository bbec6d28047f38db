import { parseArgs } from 'node:util';
import { print, type Command } from './command.js';
import { runDemo } from './demo.js';
import { terminalOf } from './terminal.js';

/** `codex-otel demo` */
export const demoCommand: Command = {
  summary: 'shows a bundled recording in the terminal',
  usage: `Usage: codex-otel demo

Shows the trace and the analytics events of a bundled recording; needs neither Codex nor a
network.
`,
  async run(args, io) {
    parseArgs({ args: [...args] });
    let text = '';
    const status = await runDemo({
      write: (part) => (text += part),
      terminal: terminalOf(io.stdout, io.env),
    });
    await print(io, text);
    return status;
  },
};
