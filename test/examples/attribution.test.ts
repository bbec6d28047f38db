import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GitRepository } from '../attribution/git-repository.js';
import { collectorLine, acceptedLinesEvent, turnEvent } from '../attribution/turns.js';
import { temporaryFolder } from '../temporary-folder.js';

const root = new URL('../../', import.meta.url);
const file = (path: string) => fileURLToPath(new URL(path, root));

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: { readonly attribution: { readonly steps: readonly Step[] } };
}

const workflow = parse(readFileSync(file('examples/attribution/pull-request.yml'), 'utf8')) as Workflow;
const { steps } = workflow.jobs.attribution;
const step = (name: string): Step => {
  const found = steps.find((each) => each.name === name);
  if (found === undefined) throw new Error(`The workflow has no step ${name}.`);
  return found;
};

const folder = temporaryFolder();
const bin = join(folder, 'bin');
const runnerTemp = join(folder, 'runner-temp');
let repository: GitRepository;
let base = '';

/** A program of this name in the PATH of the steps. */
function program(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

beforeAll(() => {
  mkdirSync(bin);
  mkdirSync(runnerTemp);
  program('codex-otel', `exec "${process.execPath}" "${file('dist/cli.js')}" "$@"`);
  // The one step that leaves the machine.
  program('gh', `printf '%s\\n' "$@" > '${folder}/gh-arguments'; cp '${runnerTemp}/comment.md' '${folder}/posted.md'`);
  repository = new GitRepository(join(folder, 'repo'));
  repository.write('cart.ts', 'a line of before\n');
  base = repository.commit('before');
  const added = { 'cart.ts': ['let sum = priceOf(cart);', 'return Math.round(sum);'] };
  const options = { completedAt: repository.now };
  writeFileSync(
    join(folder, 'events.gz'),
    gzipSync(collectorLine(turnEvent(options), acceptedLinesEvent(added, options))),
  );
  repository.write('cart.ts', 'a line of before\nlet sum = priceOf(cart);\nreturn Math.round(sum);\n// my own line\n');
  repository.commit('`code`, ```` fences and <b>markup</b>');
});

/** The values that GitHub puts into the expressions of `env`. */
const expressions = () => ({
  'vars.CODEX_EVENTS_URL': pathToFileURL(join(folder, 'events.gz')).href,
  'secrets.CODEX_EVENTS_TOKEN': 'token',
  'github.event.pull_request.base.sha': base,
  'github.event.pull_request.head.sha': repository.head,
  'github.event.pull_request.html_url': 'https://github.com/acme/widgets/pull/1',
  'github.token': 'token',
});

/** Runs the script of a step as GitHub does: with `bash -e`, in the repository. */
function run(name: string): void {
  const { run: script = '', env = {} } = step(name);
  const values: Readonly<Record<string, string>> = expressions();
  const filled = Object.entries(env).map(([variable, text]) => [
    variable,
    text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_all, expression: string) => {
      const value = values[expression];
      if (value === undefined) throw new Error(`GitHub has no ${expression}.`);
      return value;
    }),
  ]);
  execFileSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd: repository.folder,
    env: {
      PATH: [bin, process.env['PATH']].join(delimiter),
      RUNNER_TEMP: runnerTemp,
      ...(Object.fromEntries(filled) as Record<string, string>),
    },
    stdio: 'pipe',
  });
}

describe.skipIf(process.platform === 'win32')('the workflow of a pull request', () => {
  it('gets the events, compares the commits and posts the table as it stands', () => {
    for (const name of ['Get the events', 'Compare', 'Post']) run(name);
    const posted = readFileSync(join(folder, 'posted.md'), 'utf8').split('\n');
    expect(posted.slice(0, 2)).toEqual(['### Lines that were accepted from Codex', '']);
    const table = posted.slice(2, -1);
    expect(table.filter((line) => line !== '' && !line.startsWith('    '))).toEqual([]);
    expect(table.join('\n')).toMatch(/ {4}[0-9a-f]{10} `code`, ```` fences and <b>markup<\/b> +3 +2 +67 %/);
    expect(table.join('\n')).toContain('    2 of 3 lines (67 %) were accepted from Codex.');
    expect(table.join('\n')).not.toContain('before');
    expect(readFileSync(join(folder, 'gh-arguments'), 'utf8').split('\n').slice(0, 3)).toEqual([
      ...['pr', 'comment', 'https://github.com/acme/widgets/pull/1'],
    ]);
  });

  it('stops before it posts where there are no events', () => {
    writeFileSync(join(folder, 'events.gz'), 'no events\n');
    program('curl', 'exit 22');
    expect(() => run('Get the events')).toThrow();
  });

  it('puts no expression into a script: a name in a pull request could be a command', () => {
    for (const { run: script = '' } of steps) expect(script).not.toContain('${{');
  });

  it('needs no more than to read the code and to write the comment', () => {
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    expect(Object.keys(workflow.on)).toEqual(['pull_request']);
  });

  it('installs this version of the package', () => {
    const { name, version } = JSON.parse(readFileSync(file('package.json'), 'utf8')) as Record<string, string>;
    expect(step('Install').run).toBe(`npm install --global ${name}@${version}`);
    expect(existsSync(file('dist/cli.js'))).toBe(true);
  });
});
