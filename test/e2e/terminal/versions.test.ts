import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodexAnalyticsEvent } from '../../../src/events.js';
import { Receiver } from '../../export/receiver.js';
import { differences } from '../../parity/oracle.js';
import type { WireLine } from '../../parity/recordings.js';
import { expectNoProcess } from '../left-behind.js';
import { eventually } from '../processes.js';
import { pathWithCodex, PLACES, Stage, wordsFor } from './stage.js';
import { hasTerminals, type Terminal } from './terminal.js';

/**
 * The differences that docs/parity.md explains: an agent is reported once it exists (in 0.158 without model and effort), a
 * compaction's item starts later than Codex measures, and the defaults of a model are not on the wire.
 */
const EXPLAINED = [
  /^codex_collab_agent_tool_call_event .*: (started_at_ms|completed_at_ms|(execution_)?duration_ms) is/,
  /^codex_compaction_event .*: duration_ms is/,
  /: (requested_model|(requested_)?reasoning_effort|reasoning_summary) is .*, ours null$/,
];

/** A conversation on the screen, less the clock, the rule above an answer, and the lines around the input. */
async function conversation(terminal: Terminal): Promise<string[]> {
  const lines = await terminal.lines();
  const [from, to] = [
    lines.findIndex((line) => line.includes('Please')),
    lines.findLastIndex((line) => /^›/.test(line)),
  ];
  return lines
    .slice(from, to)
    .map((line) =>
      line
        .replace(/\d\d:\d\d|Worked for \S+/g, '')
        .replace(/ · \d+s|^[•◦] /g, '')
        .replace(/[0-9a-f-]{36}/, 'ID')
        .trim(),
    )
    .filter((line) => !/^[─• ]*$/.test(line));
}

/**
 * Requests to the model without the trace of the tools that the interface itself offers from 0.158 on: it has them in an MCP
 * server of its own, and sends them as tools of its client to an app-server behind `--remote`.
 */
function withoutOwnTools(requests: readonly unknown[]): unknown {
  const tools = (name: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (name === 'description' && value.includes('ALL_TOOLS')) return 'the tools of code mode';
    return value.replace(/^- (?:mcp__codex_tui|codex_tui: .*)$/m, "- the interface's tools");
  };
  return JSON.parse(JSON.stringify(requests), tools);
}

/** A whole session at the keys. */
async function session(
  stage: Stage,
  words: readonly string[],
  before: (start: number) => readonly string[] = () => [],
) {
  const screens: string[][] = [];
  let starts = 0;
  const open = async () => {
    const terminal = stage.opens([...before((starts += 1)), 'codex', ...words]);
    await terminal.sees('default');
    return terminal;
  };
  const quit = async (terminal: Terminal, prompts: number) => {
    // An app-server that ends sends no more of its own events.
    const reported = () => stage.model.analytics.filter(({ event_type }) => event_type === 'codex_turn_event').length;
    await eventually('the events of all turns', async () => reported() >= prompts || undefined);
    await terminal.enters('/quit');
    await terminal.sees('exit status');
    await terminal.process.ended;
    return terminal.process.output;
  };
  const first = await open();
  await first.enters('Please remember');
  await first.sees('Done.');
  await quit(first, 1);

  const terminal = await open();
  terminal.resizes(100, 100);
  /** The screen, once there is an end below a line of it, and nothing goes on. */
  const shows = async (line: string, end: string) => {
    const found = async () => {
      const lines = await conversation(terminal);
      const below = lines.slice(lines.findLastIndex((each) => each.includes(line)) + 1);
      const isOver =
        below.some((each) => each.includes(end)) && !below.some((each) => each.includes('esc to interrupt'));
      return lines.length > below.length && isOver ? lines : undefined;
    };
    screens.push(await eventually(`"${end}" below "${line}"`, found, { process: terminal.process }));
  };
  await terminal.enters('Please ask');
  await shows('Please ask', '$ echo asked');
  terminal.types('y');
  await shows('Please ask', 'Done.');
  await terminal.enters('Please stop');
  await terminal.sees('echo begun');
  await eventually('a request that waits', async () => stage.model.hanging > 0 || undefined);
  terminal.types('\x1b');
  await shows('Please stop', 'Conversation interrupted');
  await terminal.enters('/compact');
  await shows('Conversation interrupted', 'Context compacted');
  await terminal.enters('Please delegate');
  await shows('Please delegate', 'Done.');
  await terminal.enters('/resume');
  await terminal.sees('Type to search');
  await terminal.enters('remember');
  await terminal.sees('Please remember');
  await terminal.enters('Please go on');
  await shows('Please go on', 'Done.');
  const output = await quit(terminal, 5);
  return { screens, status: /exit status (\d+)/.exec(output)?.[1], output };
}

describe.runIf(hasTerminals)('the terminal interface behind codex-otel run', () => {
  it.each(PLACES)('of Codex %s with %s is the same, and its events are those of Codex', async (version, server) => {
    const path = await pathWithCodex(version);
    const words = wordsFor(version, server);
    const [plain, relayed] = [await Stage.make(path), await Stage.make(path)];
    if (server === 'the daemon') await Promise.all([plain.daemon(), relayed.daemon()]);
    await using receiver = await Receiver.start();
    const wireLog = (start: number) => join(relayed.folder, `${start}.jsonl`);
    const run = ['codex-otel', 'run', '--endpoint', receiver.url, '--flush-timeout', '30', '--record'];
    const [without, within] = await Promise.all([
      session(plain, words),
      session(relayed, words, (start) => [...run, wireLog(start), '--']),
    ]);
    expect(within.screens).toEqual(without.screens);
    expect([within.status, without.status]).toEqual(['0', '0']);
    expect(withoutOwnTools(relayed.asked())).toEqual(withoutOwnTools(plain.asked()));
    expect(readFileSync(join(relayed.project, 'asked.txt'), 'utf8')).toBe('asked\n');

    const wire = [1, 2].flatMap((start) => readFileSync(wireLog(start), 'utf8').split('\n').filter(Boolean));
    const events = receiver.events
      .filter(({ eventName }) => eventName !== 'codex.review.requested')
      .map(({ attributes, body }) => ({ event_type: attributes['codex.event.type'], event_params: body }));
    const lines = wire.map((line) => JSON.parse(line) as WireLine);
    const found = differences(relayed.model.analytics, events as CodexAnalyticsEvent[], lines, version);
    expect(found.filter((difference) => !EXPLAINED.some((known) => known.test(difference)))).toEqual([]);
    expect(await readdir(relayed.runtime)).toEqual([]);
    if (server !== 'the daemon') await expectNoProcess(relayed.folder);
  });
});
