import { existsSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { spansOf } from '../export/otlp.js';
import { jsonLines } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { codexOtel } from './io.js';
import { longSession } from './long-session.js';
import { recording } from './recordings.js';

const folder = temporaryFolder();
const approval = recording('approval-accept');
let files = 0;
const newFile = (content?: string | Buffer) => {
  const file = join(folder, `${files++}`);
  if (content !== undefined) writeFileSync(file, content);
  return file;
};

describe('codex-otel replay', () => {
  it('writes events and spans, and reports their numbers', async () => {
    const [events, traces] = [newFile(), newFile()];
    const { status, stdout, said } = await codexOtel(['replay', approval, '--events', events, '--traces', traces]);
    expect({ status, stdout, said }).toEqual({
      status: 0,
      stdout: '',
      said: ['Replayed 32 messages of 1 connection: 5 spans, 4 events.'],
    });
    expect(jsonLines(events).map((line) => (line as { event_type: string }).event_type)).toEqual([
      'codex_thread_initialized',
      'codex_review_event',
      'codex_command_execution_event',
      'codex_turn_event',
    ]);
    const spans = spansOf(JSON.parse(readFileSync(traces, 'utf8')));
    expect(spans.map(({ name }) => name)).toContain('codex.review user');
    expect(new Set(spans.map(({ service }) => service))).toEqual(new Set(['codex-otel']));
  });

  it('writes the same bytes each time, from a plain or a gzipped file or standard input, whatever the environment', async () => {
    const text = readFileSync(approval);
    const zipped = newFile(gzipSync(text));
    const env = {
      OTEL_SERVICE_NAME: 'other',
      OTEL_TRACES_SAMPLER: 'always_off',
      OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: '2',
      OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: '3',
    };
    const made = [];
    for (const [source, options] of [
      [approval, {}],
      [approval, { env }],
      [zipped, {}],
      ['-', { stdin: Readable.from([text]) }],
      ['-', { stdin: Readable.from([gzipSync(text)]) }],
    ] as const) {
      const traces = newFile();
      const { stdout } = await codexOtel(['replay', source, '--events', '-', '--traces', traces], options);
      made.push(stdout + readFileSync(traces, 'utf8'));
    }
    expect(made[0]).toContain('codex_turn_event');
    expect(new Set(made).size).toBe(1);
  });

  it('shows the session without an option for the output', async () => {
    const { status, stdout, said } = await codexOtel(['replay', approval]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/unified_exec/);
    expect(stdout).toMatch(/codex_review_event/);
    expect(said).toHaveLength(1);
  });

  it('writes spans in requests of 512', async () => {
    const traces = newFile();
    const { said } = await codexOtel(['replay', newFile(longSession(2000)), '--traces', traces]);
    expect(jsonLines(traces).map((line) => spansOf(line).length)).toEqual([512, 512, 512, 467]);
    expect(said).toEqual(['Replayed 4,008 messages of 1 connection: 2,003 spans, 2,002 events.']);
  });

  it('counts and skips broken lines', async () => {
    const lines = readFileSync(approval, 'utf8').split('\n');
    lines.splice(4, 0, 'not JSON');
    lines.splice(9, 0, '{"at":1}');
    const { status, said } = await codexOtel(['replay', newFile(lines.join('\n')), '--events', '-']);
    expect({ status, said }).toEqual({
      status: 0,
      said: ['Replayed 32 messages of 1 connection: 5 spans, 4 events. 2 broken lines skipped (first: line 5).'],
    });
  });

  it('ends with status 1 for a file that is not a wire log, and with 0 for an empty one', async () => {
    const { status, stdout, said } = await codexOtel(['replay', newFile('a\nb\n')]);
    expect({ status, stdout, said }).toEqual({
      status: 1,
      stdout: '',
      said: [
        'Replayed 0 messages of 0 connections: 0 spans, 0 events. 2 broken lines skipped (first: line 1). Is it a wire log or a rollout?',
      ],
    });
    expect(await codexOtel(['replay', newFile('')])).toMatchObject({
      status: 0,
      said: ['Replayed 0 messages of 0 connections: 0 spans, 0 events.'],
    });
  });

  it('names the methods of messages that it did not understand', async () => {
    const text = readFileSync(approval, 'utf8').replace('"startedAtMs":1795397934243}', '"startedAtMs":[]}');
    const { status, said } = await codexOtel(['replay', newFile(text.replace('"turnId":"01', '"turnId":[],"x":"01'))]);
    expect(status).toBe(0);
    expect(said[0]).toMatch(/\d messages? not understood \(item\/started/);
  });
});

describe('codex-otel replay with files that cannot be used', () => {
  it.each<[string, string[], string]>([
    [
      'a wire log that is not there',
      ['missing.jsonl'],
      'Cannot read missing.jsonl: there is no such file. Give a wire log, a rollout, a folder of rollouts, or - for standard input.',
    ],
    ['a folder without a rollout', [folder], `There is no rollout in ${folder}.`],
    [
      'an output in no directory',
      [approval, '--events', join(folder, 'no', 'events')],
      `Cannot write ${join(folder, 'no', 'events')}: there is no such directory.`,
    ],
    ['an output that is a directory', [approval, '--traces', folder], `Cannot write ${folder}: it is a directory.`],
  ])('names %s in one line, and ends with status 1', async (_what, args, message) => {
    const { status, stdout, said } = await codexOtel(['replay', ...args]);
    expect({ status, stdout, said }).toEqual({ status: 1, stdout: '', said: [`codex-otel: ${message}`] });
  });

  it('empties no output where the wire log does not exist', async () => {
    const events = newFile('precious');
    await codexOtel(['replay', 'missing.jsonl', '--events', events]);
    expect(readFileSync(events, 'utf8')).toBe('precious');
  });

  it('refuses the wire log itself as an output, also by a link', async () => {
    const log = newFile(readFileSync(approval));
    const link = newFile();
    linkSync(log, link);
    for (const output of [log, link]) {
      const { status, said } = await codexOtel(['replay', log, '--traces', output]);
      expect({ status, said }).toEqual({
        status: 1,
        said: [`codex-otel: ${output} is the recording itself: give another file for the output.`],
      });
    }
    expect(readFileSync(log)).toEqual(readFileSync(approval));
    const twice = await codexOtel(['replay', approval, '--events', log, '--traces', link]);
    expect(twice.said[0]).toBe(`codex-otel: --events and --traces cannot both go to ${log}.`);
  });

  it('writes what came before a damaged place, and ends with status 1', async () => {
    const zipped = gzipSync(longSession(2000));
    const file = newFile(zipped.subarray(0, zipped.length - 1000));
    const events = newFile();
    const { status, said } = await codexOtel(['replay', file, '--events', events]);
    expect(status).toBe(1);
    expect(said).toEqual([
      expect.stringMatching(/^Replayed \d,\d{3} messages of 1 connection: /),
      `Cannot read the wire log ${file}: its gzip data ends too early.`,
    ]);
    expect(readFileSync(events, 'utf8').split('\n').length).toBeGreaterThan(500);

    const input = await codexOtel(['replay', '-', '--events', '-'], { stdin: Readable.from([zipped.subarray(0, 20)]) });
    expect(input.said).toEqual(['Cannot read the wire log on standard input: its gzip data ends too early.']);
  });

  it.runIf(existsSync('/dev/full'))('names a full disk, and ends with status 1', async () => {
    const { status, said } = await codexOtel(['replay', newFile(longSession(2000)), '--events', '/dev/full']);
    expect(status).toBe(1);
    expect(said.at(-1)).toBe('Cannot write /dev/full: the disk is full.');
  });
});
