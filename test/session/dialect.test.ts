import { describe, expect, it } from 'vitest';
import { dialectOf, NEWEST_DIALECT, type Dialect } from '../../src/session/dialect.js';

const OLDEST: Dialect = {
  countsControlTools: false,
  countsAgentCallsOnce: false,
  patchesMetadata: false,
  countsGrantsAsGiven: false,
  hasServiceTierForTurn: false,
  hasFlexTier: false,
  impliesRootTurns: 'none',
  forksWithPersonality: true,
  restoresSettings: false,
  keepsItemsOfCodeReviews: false,
};

/** The changes of each release, up to the next one. */
const RELEASES: readonly (readonly [first: string, last: string, changes: Partial<Dialect>])[] = [
  ['0.118.0', '0.147.9', {}],
  ['0.148.0', '0.148.9', { forksWithPersonality: false }],
  ['0.149.0', '0.149.9', { countsControlTools: true }],
  ['0.150.0', '0.150.9', { impliesRootTurns: 'of clients', countsAgentCallsOnce: true }],
  ['0.151.0', '0.152.9', { hasServiceTierForTurn: true }],
  ['0.153.0', '0.153.9', { countsGrantsAsGiven: true }],
  ['0.154.0', '0.156.9', { impliesRootTurns: 'of all' }],
  ['0.157.0', '0.163.9', { hasFlexTier: true }],
  ['0.164.0', '0.168.9', { keepsItemsOfCodeReviews: true, patchesMetadata: true }],
  ['0.169.0', '0.999.0', { impliesRootTurns: 'none', restoresSettings: true }],
];

const ofVersion = (codexVersion: string) => dialectOf({ codexVersion, os: null, osVersion: null, arch: 'x86_64' });

describe('dialect of a version', () => {
  let dialect = OLDEST;
  it.each(RELEASES.map(([first, last, changes]) => [first, last, (dialect = { ...dialect, ...changes })] as const))(
    'versions %s to %s have the same dialect',
    (first, last, expected) => {
      for (const version of [first, last, `${first}-alpha.2`]) expect(ofVersion(version), version).toEqual(expected);
    },
  );

  it.each(['0.0.0', '0.0.0-dev', '0.6.29', '0.49.0', '1.0.0', '12.131.0', '', 'unknown', 'v0.131.0', '0.131'])(
    'version %j counts as the newest',
    (version) => {
      expect(ofVersion(version)).toEqual(NEWEST_DIALECT);
    },
  );

  it('a server without a known version counts as the newest, which has every change', () => {
    expect(dialectOf(null)).toEqual(NEWEST_DIALECT);
    expect(NEWEST_DIALECT).toEqual(dialect);
  });
});
