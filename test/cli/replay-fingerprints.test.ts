import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { pathHash } from '../../src/diff/fingerprint.js';
import { lineHash } from '../../src/diff/line-hash.js';
import { systemClock } from '../../src/export/queue/clock.js';
import type { CodexAnalyticsEvent, EventOf } from '../../src/events/schema/index.js';
import { Receiver } from '../export/receiver.js';
import { jsonLines } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { codexOtel } from './io.js';
import { recording } from './recordings.js';

type AcceptedLines = EventOf<'codex_accepted_line_fingerprints'>;

const folder = temporaryFolder();
const repo = join(folder, 'repo');
beforeAll(() => {
  execFileSync('git', ['init', '-q', repo]);
  execFileSync('git', ['-C', repo, 'remote', 'add', 'origin', 'git@github.com:acme/widgets.git']);
});

const SCENARIO = 'patch-git-ssh-remote';
const wire = recording(SCENARIO, '0.171.0');
const rollouts = fileURLToPath(new URL(`../recordings/0.171.0/${SCENARIO}/rollouts/`, import.meta.url));

async function acceptedLines(source: string, ...options: string[]): Promise<AcceptedLines[]> {
  const { status, lines } = await codexOtel(['replay', source, '--events', '-', ...options]);
  expect(status).toBe(0);
  return acceptedIn(lines.map((line) => JSON.parse(line) as CodexAnalyticsEvent));
}

const acceptedIn = (events: readonly CodexAnalyticsEvent[]) =>
  events.filter((event): event is AcceptedLines => event.event_type === 'codex_accepted_line_fingerprints');

/** The event that the Codex binary itself sent. */
const [sent] = acceptedIn(
  jsonLines(wire.replace('wire.jsonl', 'events.jsonl')).map((line) => (line as { event: CodexAnalyticsEvent }).event),
);

const FINGERPRINTS = [
  ['lib/moved.txt', 'changed line'],
  ['old.txt', 'two and a half'],
  ['src/new.ts', 'export const a = 1;'],
  ['src/new.ts', 'export const b = 2;'],
].map(([path = '', line = '']) => ({ path_hash: pathHash(path), line_hash: lineHash(line) }));

describe('replay --accepted-lines', () => {
  it("fingerprints describes the added lines by hashes, and --repo adds the repository's hash as Codex sent it", async () => {
    const [event, ...more] = await acceptedLines(wire, '--accepted-lines', 'fingerprints', '--repo', repo);
    expect(more).toEqual([]);
    expect(event!.event_params).toEqual({ ...sent!.event_params, line_fingerprints: FINGERPRINTS });
    expect(event!.event_params.repo_hash).toMatch(/^[0-9a-f]{40}$/);
  });

  it('fingerprints makes the same hashes from the rollout, which has absolute paths, as from the traffic', async () => {
    const [rollout = ''] = readdirSync(rollouts);
    const [event] = await acceptedLines(join(rollouts, rollout), '--accepted-lines', 'fingerprints');
    const sorted = (hashes: readonly object[]) => hashes.map((each) => JSON.stringify(each)).sort();
    expect(sorted(event!.event_params.line_fingerprints)).toEqual(sorted(FINGERPRINTS));
    expect(event!.event_params.repo_hash).toBe(sent!.event_params.repo_hash);
  });

  it.each([[[]], [['--accepted-lines', 'counts']]])('counts the lines alone with the options %j', async (options) => {
    const [event] = await acceptedLines(wire, ...options);
    expect(event!.event_params).toEqual({ ...sent!.event_params, repo_hash: null });
  });

  it.each([
    [['--accepted-lines', 'all'], 2, 'codex-otel: --accepted-lines takes counts or fingerprints, not all.'],
    [['--repo', join(folder, 'none')], 1, `codex-otel: --repo ${join(folder, 'none')} is no folder.`],
  ])('refuses the options %j', async (options, status, message) => {
    const refused = await codexOtel(['replay', wire, ...options]);
    expect(refused).toMatchObject({ status, stdout: '' });
    expect(refused.said[0]).toBe(message);
  });

  it('fingerprints sends each chunk of a large diff in a request of its own', async () => {
    const lines = Array.from({ length: 40_000 }, (_, n) => `+const value${n} = ${n};\n`).join('');
    const diff = `diff --git a/x.ts b/x.ts\n--- /dev/null\n+++ b/x.ts\n@@ -0,0 +1,40000 @@\n${lines}`;
    const large = join(folder, 'large.jsonl');
    const text = readFileSync(wire, 'utf8').replaceAll(
      /"diff":"(?:[^"\\]|\\.)*"/g,
      () => `"diff":${JSON.stringify(diff)}`,
    );
    writeFileSync(large, text);
    await using receiver = await Receiver.start();
    const args = ['replay', large, '--endpoint', receiver.url, '--accepted-lines', 'fingerprints'];
    expect(await codexOtel(args, { clock: systemClock })).toMatchObject({ status: 0 });
    const logs = receiver.requests.filter(({ path }) => path === '/v1/logs').map(({ items }) => items);
    // Before them the thread, three patches and the turn, in a batch.
    expect(logs).toEqual([5, 1, 1, 1]);
  });
});
