import type { Answered, Refused } from '../protocol/observation.js';
import type { ConnectionState } from './connections.js';
import type { SteerFacts, ThreadArchiveFacts } from '../session/facts/index.js';
import { countImages } from './input.js';
import type { Room } from './room.js';
import type { ThreadState } from './threads.js';
import type { TurnState } from './turns.js';

type Steer = Answered<'turn/steer'> | Refused<'turn/steer'>;

/** Requests that are spans as a whole, from the request to its answer: steers and archives. */
export class Exchanges {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  /** `turn/steer`, attributed to the connection that asked. */
  steered(thread: ThreadState, turn: TurnState | null, steer: Steer, by: ConnectionState): void {
    const { params, requestedAt, at } = steer;
    const accepted = steer.type === 'answered' ? steer.result.turnId : null;
    const ordinal = thread.steers;
    thread.steers += 1;
    const facts: SteerFacts = {
      type: 'steer',
      startMs: requestedAt,
      endMs: at,
      ...thread.about(by),
      endReason: null,
      expectedTurnId: params.expectedTurnId,
      acceptedTurnId: accepted,
      result: accepted === null ? 'rejected' : 'accepted',
      rejectionReason: steer.type === 'refused' ? rejectionOf(steer) : null,
      inputImageCount: countImages(params.input),
      ordinal,
    };
    (turn ?? thread).gate.when(() => {
      this.#room.spans.record(facts, { parent: turn?.span ?? thread.top, identity: [requestedAt, ordinal] });
    });
  }

  /** `thread/archive`, `thread/unarchive`; where another client asked, only the notification tells. */
  archived(thread: ThreadState, action: ThreadArchiveFacts['action'], startMs: number, at: number): void {
    const facts: ThreadArchiveFacts = {
      type: 'thread_archive',
      startMs,
      endMs: at,
      ...thread.about(),
      endReason: null,
      action,
      occurredAtMs: at,
    };
    const record = () => {
      this.#room.spans.record(facts, { parent: thread.top, identity: [action, startMs] });
    };
    // A thread that no client opened here has nothing to wait for: its archive is a root.
    if (thread.isInitialized || thread.isSpawned) thread.gate.when(record);
    else record();
  }
}

/** Codex tells the reason in words; these are the words of 0.131 to 0.169. */
function rejectionOf({ error }: Refused<'turn/steer'>): SteerFacts['rejectionReason'] {
  const kind = error.data?.codexErrorInfo?.activeTurnNotSteerable?.turnKind;
  if (kind === 'review') return 'non_steerable_review';
  if (kind === 'compact') return 'non_steerable_compact';
  if (error.data?.input_error_code === 'input_too_large') return 'input_too_large';
  if (error.message.startsWith('no active turn')) return 'no_active_turn';
  if (error.message.startsWith('expected active turn id')) return 'expected_turn_mismatch';
  return error.message === 'input must not be empty' ? 'empty_input' : null;
}
