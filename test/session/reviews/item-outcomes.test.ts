import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { commandAction, openTurn } from '../session.js';

const counts = (review_count: number, user: number, guardian: number, final_approval_outcome: string) => ({
  review_count,
  user_review_count: user,
  guardian_review_count: guardian,
  final_approval_outcome,
});
const NO_REVIEWS = counts(0, 0, 0, 'unknown');

/** A turn with a command under way. */
function openCommand() {
  const opened = openTurn();
  opened.turn.itemStarted(command('item-1'));
  return opened;
}

describe('outcome of an item', () => {
  it('an item counts its reviews when it completes, with the outcome of the last one', () => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1').decide('acceptForSession');
    turn.itemCompleted(command('item-1'));
    turn.itemStarted(command('item-2'));
    turn.guardianCompleted('review-1', 'item-2', 'denied');
    turn.askCommand(2, 'item-2', { additionalPermissions: { network: { enabled: true } } }).decide('accept');
    turn.itemCompleted(command('item-2'));
    expect(session.params('codex_command_execution_event')).toMatchObject([
      {
        ...counts(1, 1, 0, 'user_approved_for_session'),
        requested_additional_permissions: false,
        requested_network_access: false,
      },
      {
        ...counts(2, 1, 1, 'user_approved'),
        requested_additional_permissions: true,
        requested_network_access: true,
      },
    ]);
  });

  it.each([
    ['accept', 'user_approved'],
    ['decline', 'user_denied'],
    ['cancel', 'user_aborted'],
  ])('a user decision of %s makes the outcome of its item %s', (decision, outcome) => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1').decide(decision);
    turn.itemCompleted(command('item-1', { status: 'declined' }));
    expect(session.params('codex_command_execution_event')).toMatchObject([counts(1, 1, 0, outcome)]);
  });

  it('a review does not count on an item of the same id in another thread', () => {
    const { session, client, turn } = openCommand();
    const other = client.startThread().startTurn().itemStarted(command('item-1'));
    turn.askCommand(1, 'item-1').decide('accept');
    other.itemCompleted(command('item-1'));
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { thread_id: other.thread.id, ...NO_REVIEWS },
      { thread_id: turn.thread.id, ...counts(1, 1, 0, 'user_approved') },
    ]);
  });

  it('a review of terminal input does not count on the command of that terminal', () => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1', { kind: 'writeStdin' }).decide('accept');
    turn.guardianCompleted('review-1', 'item-1', 'approved', { action: { ...commandAction, type: 'writeStdin' } });
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_review_event').map(({ subject_kind }) => subject_kind)).toEqual([
      'write_stdin',
      'write_stdin',
    ]);
    expect(session.params('codex_command_execution_event')).toMatchObject([NO_REVIEWS]);
  });
});
