import { describe, expect, it } from 'vitest';
import { readTerminalOptions } from '../../../src/cli/run/relayed/terminal-options.js';

const read = (...words: string[]) => readTerminalOptions(words, '/work');

describe('the options of a terminal interface behind a relay', () => {
  it.each([
    [
      ['resume', '--last'],
      ['resume', '--last'],
    ],
    [['-m', 'gpt-5.5', '-s', 'read-only', '-a', 'never', '--search', 'fix it'], undefined],
    [['-i', 'one.png', 'two.png', '--', '--oss'], undefined],
    [
      ['--no-daemon', 'resume', 'x'],
      ['resume', 'x'],
    ],
    [['--add-dir', '../other', '--add-dir=/x', 'go'], ['go']],
    [
      ['--remote', 'ws://127.0.0.1:1', '--remote-auth-token-env', 'T', 'go'],
      ['--remote-auth-token-env', 'T', 'go'],
    ],
  ])('%j: the interface gets what it can follow', (words, client = words) => {
    expect(read(...words).client).toEqual(client);
  });

  it('gives configuration to both: the interface sends a part of it only', () => {
    const words = ['-c', 'a=1', '--config=b=2', '-cc=3', '--enable', 'x', '--disable=y', '--strict-config', '-m', 'z'];
    const { client, server } = read(...words);
    expect(client).toEqual(words);
    expect(server).toEqual(words.slice(0, -2));
  });

  it('turns further directories into writable roots of the app-server', () => {
    expect(read('--add-dir', '../other', '--add-dir=/x').server).toEqual([
      '-c',
      'sandbox_workspace_write.writable_roots=["/other","/x"]',
    ]);
  });

  it.each(['-c', '--config=a=1', '-p', '--profile=x', '--search', '--strict-config', '--no-daemon', '--add-dir=x'])(
    'avoids the daemon with %s',
    (word) => {
      expect(read(word, 'value').avoidsDaemon).toBe(true);
    },
  );

  it.each([[['--disable', 'daemon_auto_start']], [['--disable=daemon_auto_start']]])(
    'avoids the daemon with %j',
    (words) => {
      expect(read(...words).avoidsDaemon).toBe(true);
    },
  );

  it.each([
    [[]],
    [['-s', 'read-only']],
    [['--enable', 'x']],
    [['-C', '/x']],
    [['resume', '--last']],
    [['--', '--no-daemon']],
  ])('uses the daemon with %j', (words) => {
    expect(read(...words).avoidsDaemon).toBe(false);
  });

  it.each(['--oss', '--local-provider=ollama', '--worktree'])('names %s as what no app-server can follow', (word) => {
    expect(read('go', word).obstacle).toBe(word.replace(/=.*/, ''));
    expect(read('go', '--', word).obstacle).toBeUndefined();
  });

  it.each([[['-C', '/x']], [['-C/x']], [['--cd=/x']], [['--cd', '/x']]])('knows a directory by %j', (words) => {
    expect(read(...words).hasDirectory).toBe(true);
  });

  it('never takes the value of an option for an option', () => {
    const { hasDirectory, obstacle, remote } = read('-m', '--oss', '-C', '--remote');
    expect({ hasDirectory, obstacle, remote }).toEqual({ hasDirectory: true, obstacle: undefined, remote: undefined });
    expect(read('--remote').remote).toBe('');
  });
});
