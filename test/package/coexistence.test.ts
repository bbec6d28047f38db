import { beforeAll, describe, expect, inject, it } from 'vitest';
import { SCOPE_NAME } from '../../src/version.js';
import { runNode, wireFile } from './program.js';

/** What left a host: each span as the OTLP bytes that its exporter would have sent. */
interface Left {
  readonly langfuse?: readonly string[];
  readonly batch: readonly string[];
  readonly events: readonly object[];
}

/** Where the package's processor stands: nowhere, before the vendor's, after it, or without it. */
type Place = 'absent' | 'before' | 'after' | 'alone';

const isOurs = (span: string) => span.includes(`"name":"${SCOPE_NAME}"`);
const foreign = (spans: readonly string[] = []) => spans.filter((span) => !isOurs(span));
const ours = (spans: readonly string[] = []) => spans.filter(isOurs);

describe.skipIf(inject('installed') === undefined).each(['sdk2', 'sdk3'] as const)('beside others, %s', (host) => {
  let left: Record<Place, Left>;

  beforeAll(async () => {
    const at = async (place: Place): Promise<[Place, Left]> => {
      const { stdout } = await runNode(host, ['coexistence.mjs', wireFile('approval-accept'), place]);
      return [place, JSON.parse(stdout) as Left];
    };
    const places: Place[] = ['absent', 'before', 'after', 'alone'];
    left = Object.fromEntries(await Promise.all(places.map(at))) as Record<Place, Left>;
  });

  it.each(['before', 'after'] as const)('the host’s own spans leave byte for byte as without it (%s)', (place) => {
    expect(foreign(left[place].batch)).toEqual(left.absent.batch);
    expect(left.absent.batch).toHaveLength(2);
    expect(foreign(left[place].langfuse)).toEqual(foreign(left.absent.langfuse));
  });

  it('its own spans and events are the same in either order', () => {
    expect(ours(left.before.batch)).toHaveLength(5);
    expect(ours(left.after.batch)).toEqual(ours(left.before.batch));
    expect(ours(left.after.langfuse)).toEqual(ours(left.before.langfuse));
    // Four of spans that ended, and the live one of the review that began.
    expect(left.before.events).toHaveLength(5);
    expect(left.after.events).toEqual(left.before.events);
    expect(left.alone.events).toEqual(left.before.events);
  });

  it.runIf(host === 'sdk2')('a vendor’s processor exports its spans, too', () => {
    expect(left.absent.langfuse).toHaveLength(1);
    expect(left.absent.langfuse?.[0]).toContain('a ****** question');
    expect(ours(left.before.langfuse)).toHaveLength(5);
    expect(ours(left.alone.batch)).toHaveLength(5);
  });
});
