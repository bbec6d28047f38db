import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import sdk2 from '../package/hosts/sdk2/package.json' with { type: 'json' };
import sdk3 from '../package/hosts/sdk3/package.json' with { type: 'json' };
import { root } from './page.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Some recordings are of rollouts alone. */
const hasTraffic = (version: string) =>
  readdirSync(join(root, 'test/recordings', version)).some((scenario) =>
    existsSync(join(root, 'test/recordings', version, scenario, 'wire.jsonl')),
  );

describe('README.md', () => {
  it('installs the tarball that npm pack writes', () => {
    const tarballs = readme.match(/[\w-]+-\d+\.\d+\.\d+[\w.-]*?\.tgz/g);
    expect(new Set(tarballs)).toEqual(new Set([`${manifest.name}-${manifest.version}.tgz`]));
  });

  it.each([
    ['2.x', sdk2],
    ['3.x', sdk3],
  ])('installs the versions of SDK %s that the package is tested with', (_, { dependencies }) => {
    const [api, sdk] = [dependencies['@opentelemetry/api'], dependencies['@opentelemetry/sdk-node']];
    expect(readme).toMatch(new RegExp(`@opentelemetry/api@[~^]${api} @opentelemetry/sdk-node@\\^${sdk}\n`));
  });

  it('names the recorded versions of Codex', () => {
    const versions = readdirSync(join(root, 'test/recordings')).filter(hasTraffic).sort();
    expect(readme).toContain(`| ${versions.join(', ')}: recordings of the real binaries`);
  });
});
