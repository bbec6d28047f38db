import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { VERSION } from '../../src/version.js';
import { codexOtel, testIo } from './io.js';
import { recording } from './recordings.js';

const COMMANDS = ['replay', 'run', 'attribute', 'approvals', 'watch', 'doctor', 'demo', 'schema'];

describe('codex-otel', () => {
  it('lists its commands', async () => {
    for (const word of ['--help', '-h', 'help']) {
      const { status, stdout, stderr } = await codexOtel([word]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command} +\\w`, 'm'));
    }
  });

  it('prints its version', async () => {
    for (const option of ['--version', '-v'])
      expect(await codexOtel([option])).toMatchObject({ status: 0, stdout: `codex-otel ${VERSION}\n`, stderr: '' });
  });

  it.each(COMMANDS)('prints the usage of %s, and its version', async (command) => {
    const help = await codexOtel([command, '--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toMatch(new RegExp(`^Usage: codex-otel ${command}`));
    expect(await codexOtel(['help', command])).toEqual(help);
    expect(await codexOtel([command, '--version'])).toMatchObject({ status: 0, stdout: `codex-otel ${VERSION}\n` });
  });

  it.each<[string, string[], string]>([
    ['nothing', [], 'Which command?'],
    ['a mistyped command', ['reply'], 'There is no command reply. Did you mean replay?'],
    ['another mistyped command', ['shcema'], 'There is no command shcema. Did you mean schema?'],
    ['an unknown command', ['export'], 'There is no command export.'],
    ['help for an unknown command', ['help', 'rum'], 'There is no command rum. Did you mean run?'],
    ['an option that does not exist', ['--verison'], 'There is no option --verison.'],
    ['a name that every object has', ['constructor'], 'There is no command constructor.'],
    ['an unknown option', ['replay', 'x', '--event', 'y'], "Unknown option '--event'."],
    ['an option without its value', ['replay', 'x', '--events'], "Option '--events <value>' argument missing."],
    ['an empty value', ['replay', 'x', '--events='], '--events is empty.'],
    [
      'a second value for an option',
      ['replay', 'x', '--events', 'a', '--events', 'b'],
      '--events is given more than once.',
    ],
    [
      'a second value for an option of run',
      ['run', '--endpoint=http://a', '--endpoint=http://b', '--', 'codex'],
      '--endpoint is given more than once.',
    ],
    [
      'a word that an option does not take',
      ['run', '--repository', 'name', '--', 'codex'],
      '--repository takes hash or full, not name.',
    ],
    [
      'no session',
      ['replay'],
      'Which session? Give a wire log, a transcript, a rollout, a folder of rollouts, or - for standard input.',
    ],
    ['standard input twice', ['replay', '-', '-'], 'Standard input can be replayed once only.'],
    [
      'one output for two',
      ['replay', 'a', '--events', '-', '--traces', '-'],
      '--events and --traces cannot both go to -.',
    ],
    ['two event types', ['schema', 'a', 'b'], 'One event at a time: b is one too many.'],
    [
      'an argument for the demo',
      ['demo', 'x'],
      "Unexpected argument 'x'. This command does not take positional arguments.",
    ],
  ])('answers %s with its usage, and status 2', async (_what, args, message) => {
    const { status, stdout, said } = await codexOtel(args);
    expect({ status, stdout, first: said[0] }).toEqual({ status: 2, stdout: '', first: `codex-otel: ${message}` });
    expect(said[2]).toMatch(/^Usage: codex-otel /);
  });

  it('answers a setting that is not supported with one line, and status 2', async () => {
    const { status, said } = await codexOtel(['replay', recording('plain-turn'), '--endpoint', 'localhost:4318']);
    expect({ status, said }).toEqual({
      status: 2,
      said: [
        'codex-otel: --endpoint=localhost:4318 is not supported: give an http:// or https:// base URL, such as http://localhost:4318.',
      ],
    });
  });

  it('names a standard output that cannot be written in one line, with status 1', async () => {
    const io = testIo();
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    io.stdout._write = (_chunk, _encoding, done: (error: Error) => void) => done(full);
    expect(await runCommandLine(['schema'], io)).toBe(1);
    expect(io.stderr.lines).toEqual(['codex-otel: Cannot write standard output: the disk is full.']);
  });

  it.each<[number, string, string[]]>([
    [0, 'all is done', ['replay', recording('plain-turn'), '--events', '-']],
    [1, 'a file cannot be read', ['replay', 'missing.jsonl']],
    [1, 'something was not delivered', ['replay', recording('plain-turn'), '--endpoint', 'http://127.0.0.1:1']],
    [1, 'the app-server cannot be run', ['run', '--', './no-such-codex']],
    [2, 'there is no such command', ['frobnicate']],
    [2, 'there is no such option', ['replay', 'x', '--frobnicate']],
    [2, 'there is no such event', ['schema', 'frobnicate']],
    [2, 'a setting is not supported', ['replay', recording('plain-turn'), '--endpoint', 'ftp://a']],
    [2, 'a setting of run is not supported', ['run', '--endpoint', 'ftp://a', '--', process.execPath]],
    [3, 'the app-server ended with 3', ['run', '--', process.execPath, '-e', 'process.exit(3)']],
  ])('ends with status %i where %s', async (expected, _reason, args) => {
    expect((await codexOtel(args)).status).toBe(expected);
  });

  it('prints the stack of an error that it did not expect, with status 1', async () => {
    const io = testIo();
    Object.defineProperty(io, 'env', {
      get: () => {
        throw new TypeError('oops');
      },
    });
    expect(await runCommandLine(['replay', import.meta.filename], io)).toBe(1);
    expect(io.stderr.lines[0]).toBe('codex-otel: this should not have happened: TypeError: oops');
    expect(io.stderr.lines[1]).toMatch(/^ {4}at /);
  });

  it('shows the demo', async () => {
    const { status, stdout } = await codexOtel(['demo']);
    expect(status).toBe(0);
    expect(stdout).toContain('codex_turn_event');
  });
});
