import type { Facts, ThreadInitializationFacts } from '../../session/facts/index.js';
import { statusOf } from './outcome.js';
import { counted, formatCount } from './quantities.js';

/** The things that are counted, in the order in which they are reported. */
const NOUNS = [
  'thread',
  'turn',
  'tool call',
  'review',
  'question',
  'hook',
  'steer',
  'goal change',
  'compaction',
  'archival',
] as const;

/** The ends that a reader looks for, by the protocol's word. */
const NOTABLE_ENDS: ReadonlyMap<string | null, string> = new Map([
  ['failed', 'failed'],
  ['rejected', 'declined'],
  ['denied', 'denied'],
]);

type Noun = (typeof NOUNS)[number];

/** Numbers of spans by what they are and how they ended: of a whole session, or of the part that has no row. */
export class SpanCounts {
  readonly #counts = new Map<string, number>();

  add(facts: Facts): void {
    if (facts.type === 'thread_initialization') return; // a thread may have several
    const noun = nounOf(facts);
    this.#increment(noun);
    const end = NOTABLE_ENDS.get(statusOf(facts));
    if (end !== undefined) this.#increment(`${noun} ${end}`);
  }

  get(noun: Noun): number {
    return this.#counts.get(noun) ?? 0;
  }

  /** Each count that is not zero: `212 more tool calls (3 failed)`. */
  inWords(more = ''): string[] {
    return NOUNS.filter((noun) => this.get(noun) > 0).map((noun) => {
      const ends = [...NOTABLE_ENDS.values()].flatMap((end) => {
        const count = this.#counts.get(`${noun} ${end}`);
        return count === undefined ? [] : [`${formatCount(count)} ${end}`];
      });
      return `${counted(this.get(noun), more + noun)}${ends.length > 0 ? ` (${ends.join(', ')})` : ''}`;
    });
  }

  #increment(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }
}

function nounOf(facts: Exclude<Facts, ThreadInitializationFacts>): Noun {
  if (facts.type === 'item') return facts.toolName === null ? 'compaction' : 'tool call';
  if (facts.type === 'thread_archive') return 'archival';
  if (facts.type === 'user_input') return 'question';
  return facts.type === 'goal' ? 'goal change' : facts.type;
}
