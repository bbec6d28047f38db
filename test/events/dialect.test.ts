import { expect, it } from 'vitest';
import { dialectOf, type Dialect } from '../../src/events/projection/dialect.js';
import { runtime } from './facts.js';

const OLDEST: Dialect = {
  namesOriginator: false,
  automaticReviewer: 'guardian_subagent',
  hasTurnsWithoutRequester: false,
  hasGoals: false,
  hasInterruptedCompactions: false,
};
const NEWEST: Dialect = {
  namesOriginator: true,
  automaticReviewer: 'auto_review',
  hasTurnsWithoutRequester: true,
  hasGoals: true,
  hasInterruptedCompactions: true,
};
/** Before compactions that were interrupted had events. */
const NEWER: Dialect = { ...NEWEST, hasInterruptedCompactions: false };

it.each<[version: string, dialect: Dialect]>([
  ['0.131.0', OLDEST],
  ['0.138.9', OLDEST],
  ['0.139.0', { ...OLDEST, automaticReviewer: 'auto_review' }],
  ['0.140.0', { ...NEWER, namesOriginator: false }],
  ['0.142.1', { ...NEWER, namesOriginator: false }],
  ['0.143.0-alpha.2', NEWER],
  ['0.143.0', NEWER],
  ['0.170.9', NEWER],
  ['0.171.0', NEWEST],
  ['1.0.0', NEWEST],
  ['0.0.0', NEWEST],
  ['0.0.0-dev', NEWEST],
  ['0.6.29', NEWEST],
  ['unknown', NEWEST],
  ['', NEWEST],
])('Codex %s has the dialect of its release', (codexVersion, dialect) => {
  const facts = { ...runtime, codexVersion };
  expect(dialectOf(facts)).toEqual(dialect);
  expect(dialectOf(facts)).toBe(dialectOf(facts));
});

it('a server without a known version has the newest dialect', () => {
  expect(dialectOf(null)).toEqual(NEWEST);
});
