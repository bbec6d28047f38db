import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/instrumentation/recognition/recognize.js';
import { cpuTime } from '../cpu-time.js';
import { COMMAND_LINES } from './command-lines.js';

const recognized = (words: readonly string[]) => recognize({ file: words[0] ?? '', args: words });

describe('recognize', () => {
  it.each(COMMAND_LINES)('%s: %j is recognised as %s', (_kind, words, recognition) => {
    expect(recognized(typeof words === 'string' ? words.split(' ') : words)).toBe(recognition);
  });

  it('goes by the file, not by the argv[0] that the host gives', () => {
    expect(recognize({ file: '/usr/bin/codex', args: ['agent', 'app-server'] })).toBe('app-server');
    expect(recognize({ file: '/usr/bin/agent', args: ['codex', 'app-server'] })).toBeUndefined();
  });

  /** A command line that is as long as an operating system takes it, and longer. */
  const MANY = 100_000;
  const times = (count: number, ...words: string[]) => Array.from({ length: count }, () => words).flat();

  it.each<[string, string[]]>([
    ['a long prompt', ['codex', 'exec', 'codex app-server '.repeat(MANY)]],
    ['a long script', ['sh', '-c', 'echo "codex" \'app-server\' $(x) ${y} `z` >a; '.repeat(MANY / 5)]],
    ['a script of open quotes', ['sh', '-c', 'codex"\''.repeat(MANY)]],
    ['a script of open parentheses', ['sh', '-c', 'codex $('.repeat(MANY)]],
    ['a script of escapes', ['bash', '-c', 'codex\\'.repeat(MANY)]],
    ['nested scripts', ['ssh', ...times(MANY, 'sh -c "codex exec"')]],
    ['many options', ['codex', ...times(MANY, '-c', 'codex')]],
    ['many unknown options', ['x', ...times(MANY, '--codex', 'codex')]],
    ['many mentions', ['x', ...times(MANY, 'codex')]],
    ['many mentions with options', ['x', ...times(MANY, 'codex', '-c')]],
    ['many shells', ['x', ...times(MANY, 'bash', '-c', 'codex "$@"')]],
    ['many Windows shells', ['x', ...times(MANY, 'cmd', '/c')]],
    ['many PowerShells', ['x', ...times(MANY, 'pwsh', '-x')]],
    ['many PowerShell scripts', ['x', ...times(MANY, 'pwsh', '-c', 'codex')]],
    ['many launchers', times(MANY, 'env', 'X=1')],
    ['many slashes', ['x', '/codex-'.repeat(MANY)]],
    ['many containers', ['docker', 'run', ...times(MANY, 'codex', 'app-server', '--x', 'generate-ts')]],
  ])('needs no more than linear time for %s', (_what, words) => {
    const start = cpuTime();
    expect(recognized(words)).not.toBe('app-server');
    // Quadratic time would be minutes.
    expect(cpuTime() - start).toBeLessThan(10_000);
  });
});
