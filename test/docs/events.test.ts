import { expect, it } from 'vitest';
import { eventSchemas } from '../../src/events.js';
import { namesIn, Page, rowsOf, sorted } from './page.js';

it('the events in docs/events.md are all that the package makes', () => {
  const page = new Page('docs/events.md');
  const families = rowsOf(page.section('Events').split('\n\nOne more')[0] ?? '').flatMap(([names = '']) =>
    namesIn(names),
  );
  expect(sorted([...families, 'codex_review_requested'])).toEqual(sorted(Object.keys(eventSchemas)));
});
