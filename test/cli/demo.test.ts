import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { commandName, demo as demoOf } from '../../src/cli/demo.js';

const demo = (columns: number, color = false) => demoOf({ columns, color }, 'codex-otel');

describe('the demo', () => {
  test.each([40, 60, 80, 120])('shows the recorded session in %i columns', async (columns) => {
    await expect(await demo(columns)).toMatchFileSnapshot(`view/renderings/demo-${columns}.txt`);
  });

  test.each([40, 60, 100])(
    'shows in %i columns who decided each review, what, and how long it took',
    async (columns) => {
      const text = await demo(columns);
      expect(text).toMatch(/review user ✗ denied .* 2\.3 s\n/);
      expect(text).toMatch(/review guardian ✓ approved .* 0\.9 s\n/);
    },
  );

  test('shows the subagent under the call that spawned it, and the failed and declined tools', async () => {
    const text = await demo(100);
    expect(text).toMatch(/│ ├╴spawn_agent ✓ .*\n│ │ └╴subagent …\w{8} · gpt-5\.5 .*\n│ │ {3}└╴turn 1 ✓/);
    expect(text).toMatch(/unified_exec ✗ exit 1 .*\n/);
    expect(text).toMatch(/shell ⊘ declined .*\n.*└╴review user/);
  });

  test('shows nothing by colour alone', async () => {
    const colored = await demo(100, true);
    expect(colored).toContain('\u{1b}[31m ✗ exit 1\u{1b}[39m');
    expect(stripVTControlCharacters(colored)).toBe(await demo(100));
  });

  test('shows no content', async () => {
    const shown = await demo(200);
    const content = await contentOfRecording();
    expect(content.length).toBeGreaterThan(20);
    expect(content.filter((text) => shown.includes(text))).toEqual([]);
  });

  test('ends with commands to copy that show the session in Jaeger', async () => {
    const text = await demo(40);
    expect(text).toContain('  codex-otel replay demo/fix-a-failing-test.jsonl.gz --endpoint http://localhost:4318\n');
    const traceId = /\/trace\/([0-9a-f]{32})\n/.exec(text)?.[1];
    expect(traceId?.slice(-8)).toBe(/^thread …(\w{8})/m.exec(text)?.[1]);
  });

  test('names its own command as it was called', () => {
    expect(commandName('/usr/bin/codex-otel')).toBe('codex-otel');
    expect(commandName(undefined)).toBe('codex-otel');
    expect(commandName(`${process.cwd()}/dist/cli.js`)).toBe('node dist/cli.js');
    expect(commandName('/elsewhere/cli.js')).toBe('node /elsewhere/cli.js');
    expect(commandName('/my tools/cli.js')).toBe('node "/my tools/cli.js"');
  });
});

/** The lines of every prompt, answer, command, output, path and diff of the recording. */
async function contentOfRecording(): Promise<string[]> {
  const log = gunzipSync(await readFile('demo/fix-a-failing-test.jsonl.gz')).toString();
  const lines = new Set<string>();
  const keys = /^(text|command|aggregatedOutput|delta|diff|cwd|path|rationale|reason|prompt|message|preview)$/;
  JSON.parse(`[${log.trim().split('\n').join(',')}]`, (key, value: unknown) => {
    if (typeof value === 'string' && keys.test(key)) for (const line of value.split('\n')) lines.add(line.trim());
    return value;
  });
  return [...lines].filter((line) => line.length > 6);
}
