import type { Facts } from '../../session/facts/index.js';
import { styled, type Segment, type Style } from './styled-text.js';

const MARKS = { '✓': 'green', '✗': 'red', '⊘': 'yellow' } as const;

/** The protocol's words for how something ended. */
const ENDS = {
  completed: '✓',
  accepted: '✓',
  answered: '✓',
  approved: '✓',
  failed: '✗',
  denied: '✗',
  timed_out: '✗',
  rejected: '⊘',
  declined: '⊘',
  cancelled: '⊘',
  interrupted: '⊘',
  aborted: '⊘',
  blocked: '⊘',
  stopped: '⊘',
} as const;

type Status = keyof typeof ENDS;

/** The protocol's word for how a span ended; null where it has none. */
export function statusOf(facts: Facts): Status | null {
  if (facts.type === 'user_input') return facts.outcome;
  if (facts.type !== 'item') return 'status' in facts ? facts.status : null;
  return facts.detail.kind === 'contextCompaction' ? facts.detail.compactionStatus : facts.terminalStatus;
}

/** A mark and a word for how something ended; the mark alone where it completed as it should. */
export function outcomeOf(status: Status | null, word: string | null = status): Segment {
  if (status === null || word === null) return styled(' ○ no end seen', 'dim');
  const mark = ENDS[status];
  const isPlain = status === 'completed' || status === 'accepted';
  return styled(isPlain ? ` ${mark}` : ` ${mark} ${word.replaceAll('_', ' ')}`, MARKS[mark]);
}

/** The colour of an end that a reader looks for. */
export function alarmOf(status: string): Style | undefined {
  const mark = Object.hasOwn(ENDS, status) ? ENDS[status as Status] : '✓';
  return mark === '✓' ? undefined : MARKS[mark];
}
