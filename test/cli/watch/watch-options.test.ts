import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { watchOptions } from '../../../src/cli/watch/watch-options.js';

const options = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => watchOptions(args, env);

describe('the arguments of codex-otel watch', () => {
  it("have the present user's Codex and a file of their own by default", () => {
    const folder = process.platform === 'win32' ? join('AppData', 'Local') : join('.local', 'state');
    expect(options([])).toMatchObject({
      homes: [join(homedir(), '.codex')],
      since: undefined,
      once: false,
      stateFile: join(homedir(), folder, 'codex-otel', 'watch.jsonl'),
      endpoint: undefined,
    });
  });

  it('follow CODEX_HOME and the folder for the state of programs', () => {
    const { homes, stateFile } = options([], {
      CODEX_HOME: '/codex',
      XDG_STATE_HOME: '/state',
      LOCALAPPDATA: '/state',
    });
    expect(homes).toEqual([resolve('/codex')]);
    expect(stateFile).toBe(resolve('/state/codex-otel/watch.jsonl'));
  });

  it('name each folder once, and moments as times', () => {
    const { homes, since, once, stateFile, endpoint } = options(
      '--codex-home /a --codex-home /b --codex-home /a/ --since 2026-11-28T08:00Z --once --state s --endpoint http://localhost:4318'.split(
        ' ',
      ),
    );
    expect({ homes, since, once, stateFile, endpoint }).toEqual({
      homes: [resolve('/a'), resolve('/b')],
      since: Date.UTC(2026, 10, 28, 8),
      once: true,
      stateFile: resolve('s'),
      endpoint: 'http://localhost:4318',
    });
  });

  it.each([
    [['sessions'], 'What is sessions? Give folders as --codex-home DIR.'],
    [['--state', ''], '--state is empty.'],
    [['--codex-home', '/a', '--codex-home', ''], '--codex-home is empty.'],
    [['--since', 'yesterday'], '--since yesterday is no date such as'],
    [['--since', '2026-13-41'], '--since 2026-13-41 is no date such as'],
    [['--endpoint', 'localhost'], 'localhost'],
  ])('%j are refused with the reason', (args, reason) => {
    expect(() => options(args)).toThrow(reason);
  });
});
