import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, inject, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { npx } from './npm.js';

const { tarball, files, unpackedSize } = inject('packed');

/** All that belongs in the package. */
const BELONGS = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|collector-config\.yaml)$/,
  /^dist\/(package\.json|cli\.js|cli\/[\w-]+\.js)$/,
  /^dist\/(esm\/package\.json|(esm|cjs)\/((index|events|wire|register)|shared\/\w+)\.js)$/,
  /^dist\/(esm|cjs)\/[\w-]+\.d\.ts$/,
  /^dist\/(esm|cjs)\/(wire|diff|protocol|session|spans|events|instrumentation|replay|rollout)\/[\w/-]+\.d\.ts$/,
  // The event file alone: what configures an SDK is the command's.
  /^dist\/(esm|cjs)\/export\/files\/(file-event-exporter|line-sink|write-error)\.d\.ts$/,
  /^schema\/\w+\.json$/,
  // The pages that the README links to. Screenshots stay in the repository: they would be a third of the package.
  /^docs\/[\w-]+\.md$/,
  /^docs\/images\/[\w-]+\.svg$/,
  /^demo\/([\w-]+\.jsonl\.gz|README\.md)$/,
];

describe('the packed package', () => {
  it('holds what belongs in it and nothing else', () => {
    const paths = files.map(({ path }) => path);
    expect(paths.filter((path) => !BELONGS.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'CHANGELOG.md', 'collector-config.yaml']));
    expect(paths).toContain(manifest.imports['#demo-recording'].replace('./', ''));
    expect(paths.filter((path) => path.startsWith('schema/'))).toHaveLength(22);
  });

  it('is small', () => {
    expect(unpackedSize).toBeLessThan(4 * 1024 * 1024);
    for (const { path, size } of files) expect(size, path).toBeLessThan(384 * 1024);
  });

  it('has a command that can be run', () => {
    const command = files.find(({ path }) => path === manifest.bin['codex-otel']);
    expect((command?.mode ?? 0) & 0o111).toBe(0o111);
  });

  it('suits publint', async () => {
    const bytes = await readFile(tarball);
    const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that are right however they are resolved', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(await readFile(tarball)));
    if (!analysis.types) throw new Error('no types were found in the package');
    // `node10` knows no `exports` and so no subpath. No Node that this package runs on resolves like that, TypeScript
    // has deprecated it, and the main entry, which it does find, has the instrumentation.
    const problems = analysis.problems.filter(
      (problem) =>
        !(problem.kind === 'NoResolution' && problem.resolutionKind === 'node10' && problem.entrypoint !== '.'),
    );
    expect(problems).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toEqual(
      expect.arrayContaining(['.', './events', './wire', './register']),
    );
  });

  it.skipIf(inject('installed') === undefined)('shows the demo from an empty folder, by npx', async () => {
    const stdout = await npx(tarball, ['codex-otel', 'demo'], join(dirname(tarball), 'nothing'));
    expect(stdout).toMatch(/^Codex session · /);
    expect(stdout).toMatch(/\d+ analytics events\n/);
  });
});
