import { channel } from 'node:diagnostics_channel';
import { setImmediate as nextStep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { CodexInstrumentation } from '../../src/index.js';

it('the channel of child processes has a subscriber while an instrumentation is enabled, and none soon after', async () => {
  const children = channel('child_process');
  const [one, other] = [new CodexInstrumentation(), new CodexInstrumentation()];
  one.disable();
  await nextStep();
  expect(children.hasSubscribers).toBe(true);
  other.disable();
  other.enable();
  await nextStep();
  expect(children.hasSubscribers).toBe(true);
  other.disable();
  await nextStep();
  expect(children.hasSubscribers).toBe(false);
});
