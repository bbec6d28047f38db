import type { Facts, ItemFacts, ReviewFacts } from '../session/facts/index.js';

/** What happened, in numbers: of a whole session, or of what is not shown of it. */
export class SpanCounts {
  threads = 0;
  turns = 0;
  tools = 0;
  failedTools = 0;
  declinedTools = 0;
  reviews = 0;
  deniedReviews = 0;
  hooks = 0;
  /** Compactions, steers, goals and archives. */
  others = 0;

  add(facts: Facts): void {
    switch (facts.type) {
      case 'thread':
        this.threads += 1;
        break;
      case 'thread_initialization': // one thread may have several
        break;
      case 'turn':
        this.turns += 1;
        break;
      case 'item':
        this.#addItem(facts);
        break;
      case 'review':
        this.#addReview(facts);
        break;
      case 'hook':
        this.hooks += 1;
        break;
      default:
        this.others += 1;
    }
  }

  addAll(counts: SpanCounts): void {
    this.threads += counts.threads;
    this.turns += counts.turns;
    this.tools += counts.tools;
    this.failedTools += counts.failedTools;
    this.declinedTools += counts.declinedTools;
    this.reviews += counts.reviews;
    this.deniedReviews += counts.deniedReviews;
    this.hooks += counts.hooks;
    this.others += counts.others;
  }

  #addItem({ toolName, terminalStatus }: ItemFacts): void {
    if (toolName === null) this.others += 1;
    else this.tools += 1;
    if (terminalStatus === 'failed') this.failedTools += 1;
    if (terminalStatus === 'rejected') this.declinedTools += 1;
  }

  #addReview({ status }: ReviewFacts): void {
    this.reviews += 1;
    if (status === 'denied') this.deniedReviews += 1;
  }
}

/** The counts in words, each that is not zero: `212 more tool calls (3 failed)`. How to name threads, the caller knows. */
export function inWords(counts: SpanCounts, more = ''): string[] {
  return [
    ...told(counts.turns, `${more}turn`),
    ...told(counts.tools, `${more}tool call`, [counts.failedTools, 'failed'], [counts.declinedTools, 'declined']),
    ...told(counts.reviews, `${more}review`, [counts.deniedReviews, 'denied']),
    ...told(counts.hooks, `${more}hook`),
    ...told(counts.others, `${more}other span`),
  ];
}

function told(count: number, noun: string, ...among: readonly (readonly [count: number, what: string])[]): string[] {
  if (count === 0) return [];
  const some = among.filter(([part]) => part > 0).map(([part, what]) => `${formatCount(part)} ${what}`);
  return [`${counted(count, noun)}${some.length > 0 ? ` (${some.join(', ')})` : ''}`];
}

/** `1 tool call`, `1,204 tool calls`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
