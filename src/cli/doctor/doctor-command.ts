import { checkEndpoint } from '../../export/otel-env.js';
import { print, UsageError, type Command, type CommandIo } from '../command.js';
import { readOptions } from '../options.js';
import { codexFindings } from './codex-findings.js';
import { telemetryFindings } from './telemetry-findings.js';

const usage = `Usage: codex-otel doctor [--endpoint URL]

Says what is found on this machine, how it would be observed, where spans and events would be sent,
and whether a receiver takes them there: a line each. Exit status 1 where something is wrong.

  --endpoint URL  the receiver, as for the other commands
`;

/** `codex-otel doctor` */
export const doctorCommand: Command = { usage, run: examine };

async function examine(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readOptions(args, { endpoint: { type: 'string' } });
  const [extra] = positionals;
  if (extra !== undefined) throw new UsageError(`What is ${extra}?`);
  checkEndpoint(values.endpoint);
  const env = { ...io.env };
  // A copy would not find the PATH of Windows, which is `Path` there.
  const findings = [...(await codexFindings(io.env)), ...(await telemetryFindings(env, values.endpoint, io.stderr))];
  await print(io, findings.map(({ kind, text }) => `${kind.padEnd(6)}${text}`).join('\n'));
  return findings.some(({ kind }) => kind === 'wrong') ? 1 : 0;
}
