import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';
import { project } from '../../src/events/projection/project.js';
import { everyFact } from './facts.js';

it('validates where the process forbids code generation from strings', () => {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        import { validate } from './src/events/validate.ts';
        let generated = true;
        try { new Function('return 1')(); } catch { generated = false; }
        const events = JSON.parse(process.argv[2]);
        const broken = { ...events[0], event_params: [] };
        console.log(JSON.stringify({
          generated,
          valid: events.every((event) => validate(event).problems.length === 0),
          refused: validate(broken).event === undefined,
        }));`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--disallow-code-generation-from-strings',
      '--input-type=module',
      '-',
      JSON.stringify(everyFact.flatMap((facts) => project(facts))),
    ],
    { input: outputFiles[0]?.text, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({ generated: false, valid: true, refused: true });
});
