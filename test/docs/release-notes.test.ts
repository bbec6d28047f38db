import { describe, expect, it } from 'vitest';

interface Script {
  releaseNotes(changelog: string, version: string): string | undefined;
}
const script = new URL('../../scripts/release-notes.mjs', import.meta.url).href;
const { releaseNotes } = (await import(script)) as Script;

const CHANGELOG = `# Changelog

## [Unreleased]

## [0.2.0] - 2026-12-01

### Added

- A thing.

## [0.1.0] - 2026-11-01

- The first.

[Unreleased]: ./compare
[0.1.0]: ./releases
`;

describe('scripts/release-notes.mjs', () => {
  it('takes the section of a version without its heading', () => {
    expect(releaseNotes(CHANGELOG, '0.2.0')).toBe('### Added\n\n- A thing.');
  });

  it('leaves out the link references at the end of the file', () => {
    expect(releaseNotes(CHANGELOG, '0.1.0')).toBe('- The first.');
  });

  it('has no notes for a version that is missing or empty', () => {
    expect(releaseNotes(CHANGELOG, '0.3.0')).toBeUndefined();
    expect(releaseNotes(CHANGELOG, 'Unreleased')).toBeUndefined();
  });
});
