import { afterEach, expect, it, vi } from 'vitest';
import { VERSION } from '../../src/version.js';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it('the command runs the arguments of its process, and ends the process when all is written', async () => {
  const argv = process.argv;
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    written.push(String(text));
    rest.find((one) => typeof one === 'function')?.();
    return true;
  });
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
  const every = vi.spyOn(globalThis, 'setInterval').mockReturnValue({ unref: () => {} } as never);
  try {
    process.argv = ['node', 'codex-otel', '--version'];
    await import('../../src/cli/main.js');
  } finally {
    process.argv = argv;
  }
  expect(written.join('')).toBe(`codex-otel ${VERSION}\n`);
  expect(process.exitCode).toBe(0);

  const [check] = every.mock.calls.at(-1) ?? [];
  const waiting = vi.spyOn(process.stdout, 'writableLength', 'get').mockReturnValue(1);
  check?.();
  expect(exit).not.toHaveBeenCalled();
  waiting.mockReturnValue(0);
  check?.();
  expect(exit).toHaveBeenCalledOnce();
});
