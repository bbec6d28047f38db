import { execFileSync } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { context } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Counters } from '../../src/counters.js';
import { repoHash } from '../../src/diff/fingerprint.js';
import { GitRepositories, repositoryOf } from '../../src/instrumentation/git-repositories.js';
import { temporaryFolder } from '../temporary-folder.js';
import { play, spawnCodex } from './host.js';
import { afterThisTest, Observed, registerContext } from './telemetry.js';

const folder = temporaryFolder();
let folders = 0;

// No configuration of this machine, and no repository around the folder, has a say.
beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  vi.stubEnv('GIT_CEILING_DIRECTORIES', folder);
});
afterEach(() => vi.unstubAllEnvs());

const newFolder = () => {
  const path = join(folder, String(folders++));
  mkdirSync(path);
  return path;
};

/** A repository with these remotes and settings. */
function repository(
  remotes: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, string>> = {},
): string {
  const path = newFolder();
  const git = (...args: string[]) => execFileSync('git', ['-C', path, ...args]);
  git('init', '-q');
  for (const [name, url] of Object.entries(remotes)) git('remote', 'add', name, url);
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
  return path;
}

/** A `git` that does this instead. */
function fakeGit(script: string): void {
  const bin = newFolder();
  writeFileSync(join(bin, 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, 'git'), 0o755);
  vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH']}`);
}

const WIDGETS = repoHash('https://github.com/acme/widgets');

describe('the repository of a folder', () => {
  it.each([
    ['by SSH', { origin: 'git@github.com:acme/widgets.git' }],
    ['by SSH with a port', { origin: 'ssh://git@github.com:22/acme/widgets.git' }],
    ['by HTTPS with a secret in it', { origin: 'https://dev:secret@github.com/acme/widgets.git/' }],
    ['in other letters', { origin: 'https://GitHub.com/Acme/Widgets' }],
    ['that is called origin, among others', { alpha: 'git@host:a/b', origin: 'git@github.com:acme/widgets', z: '/z' }],
    ['that comes first by its name, without an origin', { z: 'git@host:a/b', upstream: 'git@github.com:acme/widgets' }],
  ])('is the hash of its remote %s', async (_name, remotes) => {
    expect(await repositoryOf(repository(remotes))).toBe(WIDGETS);
  });

  it('is that of the remote which git makes of a short name (insteadOf)', async () => {
    const path = repository({ origin: 'work:widgets.git' }, { 'url.git@github.com:acme/.insteadOf': 'work:' });
    expect(await repositoryOf(path)).toBe(WIDGETS);
  });

  it('is the hash of the remote as it stands where that names no repository of a host', async () => {
    expect(await repositoryOf(repository({ origin: 'file:///srv/widgets.git' }))).toBe(
      repoHash('file:///srv/widgets.git'),
    );
  });

  it('is found from a folder within it, and whatever repository the process is a hook of', async () => {
    const path = repository({ origin: 'git@github.com:acme/widgets.git' });
    mkdirSync(join(path, 'deep'));
    vi.stubEnv('GIT_DIR', join(repository({ origin: 'git@host:other/one' }), '.git'));
    expect(await repositoryOf(join(path, 'deep'))).toBe(WIDGETS);
  });

  it('is null without a remote, outside of a repository, in a folder that does not exist, and without git', async () => {
    const withRemote = repository({ origin: 'git@github.com:acme/widgets.git' });
    expect(await repositoryOf(repository({}))).toBeNull();
    expect(await repositoryOf(newFolder())).toBeNull();
    expect(await repositoryOf(join(folder, 'none'))).toBeNull();
    expect(await repositoryOf('no\0folder')).toBeNull();
    vi.stubEnv('PATH', newFolder());
    expect(await repositoryOf(withRemote)).toBeNull();
  });
});

describe('repositories', () => {
  const remembered = (isOn = () => true) => new GitRepositories(new Counters(), isOn);

  it('ask git once a folder, and have no answer until then', async () => {
    const calls = join(newFolder(), 'calls');
    fakeGit(`echo "$@" >> ${calls}; printf 'origin\tgit@github.com:acme/widgets.git (fetch)\n'`);
    const repositories = remembered();
    for (let thread = 0; thread < 3; thread++) repositories.look('/project');
    expect(repositories.hashOf('/project')).toBeUndefined();
    await expect.poll(() => repositories.hashOf('/project')).toBe(WIDGETS);
    repositories.look('/project');
    expect(execFileSync('cat', [calls], { encoding: 'utf8' })).toBe('-C /project remote -v\n');
  });

  it('ask nobody while fingerprints are off', () => {
    const repositories = remembered(() => false);
    repositories.look(folder);
    expect(repositories.hashOf(folder)).toBeNull();
  });

  it('run git under suppressed tracing', async () => {
    registerContext();
    const suppressed: boolean[] = [];
    const onSpawn = () => void suppressed.push(isTracingSuppressed(context.active()));
    subscribe('child_process', onSpawn);
    afterThisTest(() => unsubscribe('child_process', onSpawn));
    await repositoryOf(folder);
    expect(suppressed).toEqual([true]);
  });
});

describe('a turn of an observed app-server', () => {
  const RECORDING = '0.171.0/patch-git-ssh-remote';
  const spawnRecorded = () => spawnCodex(RECORDING);

  it('has fingerprints, and no repository while git does not answer, which is counted', async () => {
    fakeGit('exec sleep 6');
    const observed = new Observed({ acceptedLines: 'fingerprints' });
    await play(spawnRecorded(), RECORDING);
    const events = observed.events.filter(({ event_type }) => event_type === 'codex_accepted_line_fingerprints');
    expect(events).toMatchObject([
      { event_params: { accepted_added_lines: 5, accepted_deleted_lines: 3, repo_hash: null } },
    ]);
    expect(observed.codex.counters.get('requests.unanswered', 'git remote')).toBe(1);
  });

  it('has neither by default', async () => {
    const observed = new Observed();
    await play(spawnRecorded(), RECORDING);
    const events = observed.events.filter(({ event_type }) => event_type === 'codex_accepted_line_fingerprints');
    expect(events).toMatchObject([{ event_params: { repo_hash: null, line_fingerprints: [] } }]);
    expect(observed.codex.counters.get('requests.unanswered', 'git remote')).toBe(0);
  });
});
