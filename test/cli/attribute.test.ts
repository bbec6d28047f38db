import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { VERSION } from '../../src/version.js';
import { GitRepository } from '../attribution/git-repository.js';
import { eventLines, THREAD, TURN } from '../attribution/turns.js';
import { temporaryFolder } from '../temporary-folder.js';
import { codexOtel, slowInput, testIo } from './io.js';

const folder = temporaryFolder();
const events = join(folder, 'events.jsonl');
const repo = join(folder, 'repo');
let commit = '';
beforeAll(() => {
  const repository = new GitRepository(repo);
  const added = { 'a,b.ts': ['export const one = 1;', 'export const two = 2;', '}'] };
  writeFileSync(events, eventLines(added, { completedAt: repository.now }));
  repository.write('a,b.ts', 'export const one = 1;\nmy own line\nexport const two = 2;\n}\n');
  commit = repository.commit('first');
});

const attribute = (...args: string[]) => codexOtel(['attribute', '--events', events, '--repo', repo, ...args]);
const TURN_IDS = { thread_id: THREAD, turn_id: TURN, model: 'gpt-5.5' };
const COUNTS = { added: 4, accepted: 2, unknown: 1, share: 2 / 3 };

describe('codex-otel attribute', () => {
  it('shows commits, files and authors as a table, and what it cannot know', async () => {
    const { status, stdout, stderr } = await attribute();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`${commit.slice(0, 10)} first +4 +2 +67 %`));
    expect(stdout).toMatch(/a,b\.ts +4 +2 +67 %/);
    expect(stdout).toMatch(/Jane <jane@example\.com> +4 +2 +67 %/);
    expect(stdout).toContain('2 of 3 lines (67 %) were accepted from Codex.');
    expect(stdout).toContain('1 further line cannot be known');
  });

  it('prints JSON with the turn of each line', async () => {
    const { stdout } = await attribute('--format', 'json');
    const file = { path: 'a,b.ts', ...COUNTS };
    const ranges = [
      [1, 1],
      [3, 3],
    ];
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      commits: [{ commit, ...COUNTS, files: [{ ...file, turns: [{ ...TURN_IDS, accepted: 2, ranges }] }] }],
      files: [file],
      authors: [{ author: 'Jane <jane@example.com>', ...COUNTS }],
      models: [{ model: 'gpt-5.5', accepted: 2 }],
      turns: [{ ...TURN_IDS, accepted_in_turn: 2, accepted: 2 }],
      total: COUNTS,
    });
  });

  it('prints CSV with a row for each origin of lines', async () => {
    const { lines } = await attribute('HEAD', '--format', 'csv');
    expect(lines[0]).toBe('commit,committed_at,author,path,origin,thread_id,turn_id,model,lines');
    expect(lines.slice(1).map((line) => line.slice(line.indexOf('"')))).toEqual([
      `"a,b.ts",accepted,${THREAD},${TURN},gpt-5.5,2`,
      '"a,b.ts",other,,,,1',
      '"a,b.ts",unknown,,,,1',
    ]);
  });

  it('prints a record of Agent Trace for each commit, the same each time', async () => {
    const { stdout } = await attribute('--format', 'agent-trace');
    const record = JSON.parse(stdout) as { id: string; timestamp: string };
    expect(record).toMatchObject({
      version: '0.1.0',
      vcs: { type: 'git', revision: commit },
      tool: { name: 'codex-otel', version: VERSION },
      files: [
        {
          path: 'a,b.ts',
          conversations: [
            {
              contributor: { type: 'ai', model_id: 'openai/gpt-5.5' },
              ranges: [
                { start_line: 1, end_line: 1 },
                { start_line: 3, end_line: 3 },
              ],
              related: [
                { type: 'thread', url: `urn:uuid:${THREAD}` },
                { type: 'turn', url: `urn:uuid:${TURN}` },
              ],
            },
          ],
        },
      ],
    });
    expect(record.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Date(record.timestamp).toISOString()).toBe(record.timestamp);
    expect((await attribute('--format', 'agent-trace')).stdout).toBe(stdout);
  });

  it.each([
    ['table', '2 of 2 accepted lines (100 %) are there at'],
    ['json', '"accepted":2,"present":2'],
    ['csv', `${THREAD},${TURN},gpt-5.5,2,2`],
  ])('--survival counts the lines that are still there (%s)', async (format, expected) => {
    expect((await attribute('--survival', '--format', format)).stdout).toContain(expected);
  });

  it('takes the files that a shell makes of a pattern, and standard input', async () => {
    const copy = join(folder, 'copy.jsonl');
    copyFileSync(events, copy);
    const { stdout } = await codexOtel(['attribute', '--repo', repo, '--events', events, copy]);
    expect(stdout).toContain('2 of 3 lines (67 %) were accepted from Codex.');
    const stdin = readFileSync(events, 'utf8');
    expect(await codexOtel(['attribute', '--repo', repo, '--events', '-'], { stdin })).toMatchObject({ stdout });
  });

  it('ends with the status of a signal that comes while it reads, and prints nothing', async () => {
    const io = testIo({ stdin: slowInput() });
    const status = runCommandLine(['attribute', '--repo', repo, '--events', '-'], io);
    await expect.poll(() => io.signals.listenerCount('SIGINT')).toBe(1);
    io.signals.send('SIGINT');
    expect(await status).toBe(130);
    expect(io.stdout.text).toBe('');
  });

  it.each([
    ['no events', ['attribute'], 2],
    ['an empty folder name', ['attribute', '--events', events, '--repo', ''], 2],
    ['standard input twice', ['attribute', '--events', '-', '-'], 2],
    ['events that are a folder', ['attribute', '--events', folder, '--repo', repo], 1],
    ['an unknown format', ['attribute', '--events', events, '--format', 'xml'], 2],
    ['a file that is not there', ['attribute', '--events', join(folder, 'none')], 1],
    ['a range that is none', ['attribute', '--events', events, '--repo', repo, 'nothing..HEAD'], 1],
    ['a survival of traces', ['attribute', '--events', events, '--survival', '--format', 'agent-trace'], 2],
  ])('answers %s with one line and status %#', async (_what, args, status) => {
    const refused = await codexOtel(args);
    expect(refused).toMatchObject({ status, stdout: '' });
    expect(refused.said[0]).toMatch(/^codex-otel: /);
  });
});
