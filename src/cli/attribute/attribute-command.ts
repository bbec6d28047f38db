import { attribute } from '../../attribution/attribute.js';
import { AttributionError } from '../../attribution/error.js';
import type { Attribution } from '../../attribution/result.js';
import { CommandError, printLines, type Command, type CommandIo } from '../command.js';
import { Interruption } from '../interruption.js';
import { Progress } from '../view/progress.js';
import { formatCount } from '../view/quantities.js';
import { attributeOptions } from './attribute-options.js';
import { agentTrace, attributionCsv, attributionJson, survivalCsv, survivalJson } from './machine-formats.js';
import { attributionTable, survivalTable } from './table.js';

const usage = `Usage: codex-otel attribute [<commit range>] --events FILE … [options]

Compares the lines that commits add with those that were accepted from Codex: per commit, file and
author. Needs git, and events with fingerprints (--accepted-lines fingerprints).

  <commit range>     commits as git log takes them, such as main..HEAD; HEAD by default
  --events FILE …    analytics events as codex-otel or the Collector's file exporter wrote them,
                     plain or gzipped; - is standard input
  --repo FOLDER      a folder of the repository; the present one by default
  --format FORMAT    table (the default), json, csv, or agent-trace (records of Agent Trace 0.1.0)
  --survival         counts the accepted lines that are there at the last commit of the range
`;

/** `codex-otel attribute` */
export const attributeCommand: Command = {
  usage,
  run,
};

async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const { range, events, repo, format, isSurvival } = attributeOptions(args);
  const interruption = new Interruption(io.signals);
  const progress = new Progress(io.stderr);
  try {
    const attribution = await attribute({
      repo,
      range,
      lines: isSurvival ? 'present' : 'added',
      events: events.map((file) => (file === '-' ? io.stdin : file)),
      onCommits: (read, total) => progress.report(() => `${formatCount(read)} of ${formatCount(total)} commits read`),
      onEvents: (read) => progress.read(read),
      signal: interruption.signal,
    });
    progress.erase();
    if (interruption.exitStatus !== undefined) return interruption.exitStatus;
    await printLines(io, (isSurvival ? SURVIVAL : ATTRIBUTION)[format](attribution));
    return 0;
  } catch (error) {
    throw error instanceof AttributionError ? new CommandError(error.message) : error;
  } finally {
    progress.erase();
    interruption.stop();
  }
}

type Format = ReturnType<typeof attributeOptions>['format'];
type Formats = Readonly<Record<Format, (attribution: Attribution) => Iterable<string>>>;

const ATTRIBUTION: Formats = {
  table: attributionTable,
  json: attributionJson,
  csv: attributionCsv,
  'agent-trace': agentTrace,
};
const SURVIVAL: Formats = { table: survivalTable, json: survivalJson, csv: survivalCsv, 'agent-trace': agentTrace };
