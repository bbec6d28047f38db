import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A git repository on disk, with a clock of its own and none of this machine's settings. */
export class GitRepository {
  /** Unix seconds: the time of the next commit. */
  now = 1_795_400_000;
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.git('init', '-q', '-b', 'main');
  }

  /** The output of git, without its last line feed. */
  git(...args: readonly string[]): string {
    const date = `${this.now} +0000`;
    const settings = ['commit.gpgSign=false', 'user.name=Jane', 'user.email=jane@example.com'].flatMap((s) => [
      '-c',
      s,
    ]);
    return execFileSync('git', ['-C', this.folder, ...settings, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 28,
      env: {
        PATH: process.env['PATH'],
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_COMMITTER_DATE: date,
        GIT_AUTHOR_DATE: date,
        GIT_EDITOR: 'true',
      },
    }).replace(/\n$/, '');
  }

  write(path: string, content: string | Buffer): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path));
  }

  /** All files in the folder, committed or not. */
  get paths(): string[] {
    const known = this.git('ls-files', '--cached', '--others').split('\n').filter(Boolean);
    return known.filter((path) => existsSync(join(this.folder, path)));
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** The text files of a commit. */
  filesOf(commit: string): Map<string, string> {
    const paths = this.git('ls-tree', '-r', '--name-only', commit).split('\n').filter(Boolean);
    const input = paths.map((path) => `${commit}:${path}\n`).join('');
    const output = execFileSync('git', ['-C', this.folder, 'cat-file', '--batch'], { input, maxBuffer: 2 ** 28 });
    let at = 0;
    return new Map(
      paths.map((path) => {
        const start = output.indexOf('\n', at) + 1;
        const size = Number(output.subarray(at, start).toString().trim().split(' ').at(-1));
        at = start + size + 1;
        return [path, output.subarray(start, start + size).toString()];
      }),
    );
  }

  /** Commits these paths, else everything; returns the commit. */
  commit(subject: string, ...paths: readonly string[]): string {
    this.now += 60;
    this.git('add', '-A', '--', ...(paths.length === 0 ? ['.'] : paths));
    this.git('commit', '-q', '--allow-empty', '-m', subject);
    return this.head;
  }

  get head(): string {
    return this.git('rev-parse', 'HEAD');
  }
}
