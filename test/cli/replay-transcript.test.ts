import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { spansOf } from '../export/otlp.js';
import { jsonLines } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { codexOtel } from './io.js';
import { recording } from './recordings.js';

const folder = temporaryFolder();

interface Line {
  readonly from?: string;
  readonly msg?: object;
}

/** The messages of a recording alone, as a client may have logged them. */
function transcriptOf(wireLog: string, keep: (line: Line) => boolean = () => true): string {
  return (jsonLines(wireLog) as Line[])
    .filter(({ msg }) => msg !== undefined)
    .filter(keep)
    .map(({ msg }) => `${JSON.stringify(msg)}\n`)
    .join('');
}

function written(name: string, text: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function spansAndEvents(...args: string[]) {
  const { stdout, said, status } = await codexOtel([
    'replay',
    ...args,
    '--traces',
    '-',
    '--events',
    join(folder, 'events'),
  ]);
  const spans = stdout
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => spansOf(JSON.parse(line)).map(({ name, spanId }) => `${name} ${spanId}`));
  const events = jsonLines(join(folder, 'events')).map((line) => (line as { event_type: string }).event_type);
  return { spans: spans.sort(), events: events.sort(), said, status };
}

describe('a transcript', () => {
  it.each([
    ['0.171.0', 'patch-git-ssh-remote'],
    ['0.169.0', 'approval-accept'],
    ['0.169.0', 'multi-agent-v2'],
  ])('of %s/%s makes the spans and events of its wire log, plain and gzipped', async (version, scenario) => {
    const wireLog = recording(scenario, version);
    const expected = await spansAndEvents(wireLog);
    const plain = written('session.jsonl', transcriptOf(wireLog));
    expect(await spansAndEvents(plain)).toMatchObject({ ...expected, said: expect.anything() as unknown });
    const gzipped = written('session.jsonl.gz', gzipSync(transcriptOf(wireLog)));
    expect((await spansAndEvents(gzipped)).spans).toEqual(expected.spans);
  });

  it('of the server alone makes the turns and tools with --from server, and says so without it', async () => {
    const server = transcriptOf(recording('approval-accept'), ({ from }) => from === 'server');
    const file = written('server.jsonl', server);
    const untold = await spansAndEvents(file);
    expect(untold.said.join('\n')).toContain('nothing says who sent them. Give --from client or --from server.');
    const { spans, said } = await spansAndEvents(file, '--from', 'server');
    expect(said.join('\n')).not.toContain('nothing says');
    expect(spans.map((span) => span.replace(/ [0-9a-f]{16}$/, ''))).toContain('invoke_agent codex');
  });

  it('is read from standard input with --from', async () => {
    const wireLog = recording('approval-accept');
    const { status, said } = await codexOtel(['replay', '-', '--from', 'server', '--events', join(folder, 'events')], {
      stdin: transcriptOf(wireLog),
    });
    expect([status, said.join('\n')]).toEqual([0, expect.stringMatching(/^Replayed \d+ messages of 1 connection/)]);
  });

  it('takes no other sender than client and server', async () => {
    const { status, said } = await codexOtel(['replay', recording('approval-accept'), '--from', 'me']);
    expect([status, said.join(' ')]).toEqual([2, expect.stringContaining('--from takes client or server, not me.')]);
  });
});
