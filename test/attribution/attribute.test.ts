import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { attribute, type AttributeOptions } from '../../src/attribution/attribute.js';
import { rangesOf } from '../../src/attribution/agent-trace.js';
import type { Attribution } from '../../src/attribution/result.js';
import { repoHash } from '../../src/diff/fingerprint.js';
import { temporaryFolder } from '../temporary-folder.js';
import { GitRepository } from './git-repository.js';
import { acceptedLinesEvent, collectorLine, eventLines, turnEvent, type Added } from './turns.js';

const folder = temporaryFolder();
let made = 0;
const newRepository = () => new GitRepository(join(folder, `repository-${made++}`));

/** Lines that say enough to be recognised anywhere. */
const lines = (name: string, count: number) =>
  Array.from({ length: count }, (_, n) => `export const ${name}${n} = value(${n});`);
const text = (content: readonly string[]) => content.map((line) => `${line}\n`).join('');

async function attributed(
  repository: GitRepository,
  events: string | Buffer,
  options: Partial<AttributeOptions> = {},
): Promise<Attribution> {
  return attribute({
    repo: repository.folder,
    range: ['HEAD'],
    lines: 'added',
    events: [Readable.from([Buffer.from(events)])],
    ...options,
  });
}

/** The accepted lines of each commit, as `subject path:1-3,5`. */
const accepted = ({ commits }: Attribution) =>
  commits.flatMap(({ subject, files }) =>
    files.flatMap(({ path, lines: byTurn }) => {
      const ranges = rangesOf([...byTurn.values()].flat()).map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`));
      return ranges.length === 0 ? [] : [`${subject} ${path}:${ranges.join(',')}`];
    }),
  );

/** A turn that ends now. */
const turn = (repository: GitRepository, added: Added, turnId?: string) =>
  eventLines(added, { completedAt: repository.now, ...(turnId !== undefined && { turnId }) });

describe('attribute', () => {
  it('finds the lines that a turn added among those of a commit, and counts those that cannot be known', async () => {
    const repository = newRepository();
    repository.write('a.ts', text(['mine, before', ...lines('agent', 2), '}', '', 'mine, after']));
    const events = turn(repository, { 'a.ts': [...lines('agent', 2), '}', ''] });
    repository.commit('first');
    const found = await attributed(repository, events);
    expect(accepted(found)).toEqual(['first a.ts:2-3']);
    expect(found.commits[0]?.files).toMatchObject([{ path: 'a.ts', added: 6, accepted: 2, unknown: 2 }]);
    expect(found.turns).toMatchObject([{ model: 'gpt-5.5', modelProvider: 'openai', lines: 2 }]);
  });

  it('finds a line of the same text in another file only if it says enough', async () => {
    const repository = newRepository();
    const events = turn(repository, { 'a.ts': ['return null;', ...lines('unique', 1)] });
    repository.write('b.ts', text(['return null;', ...lines('unique', 1)]));
    repository.commit('elsewhere');
    expect(accepted(await attributed(repository, events))).toEqual(['elsewhere b.ts:2']);
  });

  it('takes a second line of the same text for somebody else’s, until the first is deleted', async () => {
    const repository = newRepository();
    const [line = ''] = lines('agent', 1);
    const events = turn(repository, { 'a.ts': [line] });
    for (const [subject, content] of [
      ['first', [line]],
      ['second', [line, 'between', line]],
      ['none', ['between']],
      ['again', ['between', line]],
    ] as const) {
      repository.write('a.ts', text(content));
      repository.commit(subject);
    }
    expect(accepted(await attributed(repository, events))).toEqual(['first a.ts:1', 'again a.ts:2']);
  });

  it('takes a line that was there before the turn for somebody else’s', async () => {
    const repository = newRepository();
    repository.write('a.ts', text(lines('same', 1)));
    repository.commit('before');
    repository.now += 10_000;
    const events = turn(repository, { 'a.ts': lines('same', 1) });
    repository.write('b.ts', 'something else\n');
    repository.commit('after');
    expect(accepted(await attributed(repository, events))).toEqual([]);
  });

  it('compares no times where all commits are older than all turns, and says so', async () => {
    const repository = newRepository();
    repository.write('a.ts', text(lines('agent', 1)));
    repository.commit('first');
    repository.now += 1_000_000;
    const found = await attributed(repository, turn(repository, { 'a.ts': lines('agent', 1) }));
    expect(accepted(found)).toEqual(['first a.ts:1']);
    expect(found.notes.ignoresTimes).toBe(true);
  });

  it('follows a file that is renamed before its commit, after it, and in it', async () => {
    const repository = newRepository();
    const agent = ['return null;', ...lines('agent', 6)];
    let events = turn(repository, { 'draft.ts': agent }, 'one');
    repository.write('final.ts', text(agent));
    repository.commit('renamed before');
    repository.git('mv', 'final.ts', 'moved.ts');
    repository.commit('renamed after');
    events += turn(repository, { 'moved.ts': ['return 1;'] }, 'two');
    repository.git('mv', 'moved.ts', 'last.ts');
    repository.write('last.ts', text([...agent, 'return 1;']));
    repository.commit('renamed in');
    expect(accepted(await attributed(repository, events))).toEqual([
      'renamed before final.ts:1-7',
      'renamed in last.ts:8',
    ]);
  });

  it('follows a file that is renamed before its commit and again later, through a change of its indentation', async () => {
    const repository = newRepository();
    const agent = ['return null;', ...lines('agent', 6)];
    const events = turn(repository, { 'draft.ts': agent }, 'one');
    repository.write('final.ts', text(agent));
    repository.commit('renamed before');
    repository.git('mv', 'final.ts', 'moved.ts');
    repository.commit('renamed after');
    repository.write('moved.ts', text(agent.map((line) => `  ${line}`)));
    repository.commit('indented');
    repository.write('moved.ts', text(agent.map((line, index) => (index === 0 ? line : `  ${line}`))));
    repository.commit('a short line');
    expect(accepted(await attributed(repository, events))).toEqual([
      'renamed before final.ts:1-7',
      'indented moved.ts:1-7',
      'a short line moved.ts:1',
    ]);
  });

  it('follows a line that moves to another file, and through a change of its indentation', async () => {
    const repository = newRepository();
    const events = turn(repository, { 'a.ts': lines('agent', 3) });
    repository.write('a.ts', text(lines('agent', 3)));
    repository.commit('first');
    repository.write('a.ts', text(lines('agent', 3).map((line) => `\t${line}  `)));
    repository.commit('formatted');
    repository.write('a.ts', text(lines('agent', 2)));
    repository.write('b.ts', text(['not mine, not yours', ...lines('agent', 3).slice(2)]));
    repository.commit('moved');
    expect(accepted(await attributed(repository, events))).toEqual([
      'first a.ts:1-3',
      'formatted a.ts:1-3',
      'moved a.ts:1-2',
      'moved b.ts:2',
    ]);
  });

  it('finds a line in each history that has it: on two branches, in a cherry-pick, a squash and a revert of a revert', async () => {
    const repository = newRepository();
    repository.write('base', 'base line\n');
    repository.commit('base');
    const events = turn(repository, { 'a.ts': lines('agent', 2) });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write('a.ts', text(lines('agent', 1)));
    repository.commit('one');
    repository.write('a.ts', text(lines('agent', 2)));
    const two = repository.commit('two');
    repository.git('revert', '--no-edit', two);
    repository.git('revert', '--no-edit', 'HEAD');
    repository.git('checkout', '-q', '-b', 'other', 'main');
    repository.git('cherry-pick', 'feature~3');
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--squash', 'feature');
    repository.commit('squash');
    const found = await attributed(repository, events, { range: ['main', 'feature', 'other'] });
    expect(accepted(found).sort()).toEqual(
      ['one a.ts:1', 'one a.ts:1', 'squash a.ts:1-2', 'two a.ts:2', 'Revert "Revert "two"" a.ts:2'].sort(),
    );
  });

  it('counts of a merge the lines that no parent has', async () => {
    const repository = newRepository();
    repository.write('a.ts', text(['one', 'two', 'three']));
    repository.commit('base');
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write('a.ts', text(['one', 'theirs here', 'three']));
    repository.commit('theirs');
    repository.git('checkout', '-q', 'main');
    repository.write('a.ts', text(['one', 'ours here', 'three']));
    repository.commit('ours');
    const events = turn(repository, { 'a.ts': ['both of us'] });
    expect(() => repository.git('merge', '-q', 'feature')).toThrow();
    repository.write('a.ts', text(['one', 'both of us', 'three']));
    repository.commit('merged');
    const found = await attributed(repository, events);
    expect(accepted(found)).toEqual(['merged a.ts:2']);
    expect(found.commits.at(-1)?.files).toMatchObject([{ added: 1, accepted: 1 }]);
  });

  it('reads names with spaces, quotes and other letters, CRLF, no newline at the end, binary files and submodules', async () => {
    const repository = newRepository();
    const names = ['two words.ts', 'häß"lich\t.ts', 'b/a/x.ts'];
    const events = turn(repository, Object.fromEntries(names.map((name) => [name, ['return 1;', 'return 2;']])));
    for (const name of names) repository.write(name, 'return 1;\r\nreturn 2;');
    repository.write('image.bin', Buffer.from([0, 1, 2, 10, 3]));
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},sub`);
    repository.commit('odd', ...names, 'image.bin');
    const [commit] = (await attributed(repository, events)).commits;
    expect(
      commit?.files
        .filter((file) => file.accepted === 2)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(names.toSorted());
  });

  it('leaves out turns of other repositories, and compares those without one', async () => {
    const repository = newRepository();
    repository.git('remote', 'add', 'origin', 'git@github.com:acme/widgets.git');
    repository.git('remote', 'add', 'upstream', 'https://github.com/upstream/widgets');
    const of = (hash: string | null, turnId: string, path: string) =>
      eventLines({ [path]: [`line of ${turnId} here`] }, { repoHash: hash, turnId, completedAt: repository.now });
    const events =
      of(repoHash('https://github.com/acme/widgets'), 'own', 'a') +
      of(repoHash('https://github.com/upstream/widgets'), 'up', 'b') +
      of(repoHash('https://github.com/acme/other'), 'other', 'c') +
      of(null, 'none', 'd');
    for (const [path, id] of Object.entries({ a: 'own', b: 'up', c: 'other', d: 'none' }))
      repository.write(path, `line of ${id} here\n`);
    repository.commit('all');
    const found = await attributed(repository, events);
    expect(accepted(found)).toEqual(['all a:1', 'all b:1', 'all d:1']);
    expect(found.notes).toMatchObject({ otherRepositories: 1, noRepository: 1 });
  });

  it('reads plain and gzipped files of codex-otel and of the Collector, and counts an event once that comes twice', async () => {
    const repository = newRepository();
    repository.write('a.ts', text(lines('agent', 4)));
    const options = { completedAt: repository.now };
    const events = [turnEvent(options), acceptedLinesEvent({ 'a.ts': lines('agent', 2) }, options)] as const;
    repository.commit('first');
    repository.write('a.ts', text([...lines('agent', 4), ...lines('agent', 2)]));
    repository.commit('second');
    const files = ['plain.jsonl', 'collector.jsonl.gz', 'broken.jsonl'].map((name) => join(folder, name));
    writeFileSync(files[0]!, `${events.map((event) => JSON.stringify(event)).join('\n')}\n`);
    writeFileSync(files[1]!, gzipSync(collectorLine(...events)));
    writeFileSync(files[2]!, 'no JSON\n{"event_type":"codex_turn_event"\n{"event_type":"other"}\n[1]\n');
    for (const some of [[files[0]!], [files[1]!], files]) {
      const found = await attributed(repository, '', { events: some });
      expect(accepted(found)).toEqual(['first a.ts:1-2']);
      expect(found.notes.brokenLines).toBe(some === files ? 3 : 0);
    }
  });

  it('leaves out lines that turns accepted in many files, but in those files', async () => {
    const repository = newRepository();
    const licence = '// Copyright of everybody who was here';
    const events = ['a', 'b', 'c', 'd'].map((name) => turn(repository, { [name]: [licence] }, name)).join('');
    repository.write('a', `${licence}\n`);
    repository.write('new', `${licence}\n`);
    repository.commit('first');
    const found = await attributed(repository, events);
    expect(accepted(found)).toEqual(['first a:1']);
    expect(found.notes.everywhere).toBe(1);
  });

  it('finds lines of a turn that committed them before it ended', async () => {
    const repository = newRepository();
    repository.write('a.ts', text(lines('agent', 1)));
    const startedAt = repository.now;
    repository.commit('in the turn');
    const options = { startedAt, completedAt: repository.now + 2_000 };
    expect(accepted(await attributed(repository, eventLines({ 'a.ts': lines('agent', 1) }, options)))).toHaveLength(1);
  });

  it('rejects with one sentence where the range or the folder is none', async () => {
    const repository = newRepository();
    repository.commit('first');
    await expect(attributed(repository, '', { range: ['nothing..HEAD'] })).rejects.toThrow(/^git cannot read it: /);
    await expect(attributed(repository, '', { repo: folder })).rejects.toThrow(/^git cannot read it: /);
    await expect(attributed(repository, '', { range: ['--output=x'] })).rejects.toThrow(/^git cannot read it: /);
  });
});

describe('attribute of the lines that are present', () => {
  it('finds the accepted lines that are there at the last commit, in whatever file', async () => {
    const repository = newRepository();
    const events = turn(repository, { 'a.ts': ['return null;', ...lines('agent', 5)] });
    repository.write('a.ts', text(['return null;', ...lines('agent', 5)]));
    repository.commit('first');
    repository.write('a.ts', text(['return null;', 'return null;', ...lines('agent', 2)]));
    repository.write('b.ts', text(['other', ...lines('agent', 3).slice(2)]));
    const tip = repository.commit('second');
    const found = await attributed(repository, events, { lines: 'present', range: ['HEAD~1..HEAD'] });
    expect(found.commits.map(({ hash }) => hash)).toEqual([tip]);
    expect(accepted(found)).toEqual(['second a.ts:1,3-4', 'second b.ts:2']);
    expect(found.turns.map((each) => each.lines)).toEqual([6]);
  });
});
