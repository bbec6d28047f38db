import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { openTurn, writeBuild } from '../session.js';

describe('permissions review', () => {
  it('a permissions review that grants nothing is denied, and does not count on its item', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('item-1'));
    turn.askPermissions(51, 'item-1').answer({ permissions: {}, scope: 'turn' });
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_review_event')).toMatchObject([
      {
        review_id: 'user:51',
        subject_kind: 'permissions',
        subject_name: 'permissions',
        status: 'denied',
        resolution: 'none',
      },
    ]);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { review_count: 0, final_approval_outcome: 'unknown' },
    ]);
  });

  it.each([
    [{ permissions: writeBuild, scope: 'session' }, 'approved', 'session_approval'],
    [{ permissions: writeBuild, scope: 'turn' }, 'approved', 'none'],
    [{ permissions: writeBuild }, 'approved', 'none'],
    [{ permissions: writeBuild, scope: 'session', strictAutoReview: true }, 'denied', 'none'],
    [{ permissions: { fileSystem: { read: ['/home/dev/build'] } } }, 'approved', 'none'],
    [{ permissions: writeBuild, scope: 'forever' }, 'denied', 'none'],
    [{ permissions: { fileSystem: { entries: [{ path: '/x', access: 'dream' }] } } }, 'denied', 'none'],
    [{ scope: 'session' }, 'denied', 'none'],
    ['yes', 'denied', 'none'],
  ])(
    'a permissions review is approved when something that was asked for is granted: %j',
    (result, status, resolution) => {
      const { session, turn } = openTurn();
      turn.askPermissions(52, 'item-1').answer(result);
      expect(session.params('codex_review_event')).toMatchObject([
        { review_id: 'user:52', trigger: 'sandbox_denial', status, resolution },
      ]);
    },
  );

  it('a permissions review for the network has that trigger, and no path', () => {
    const { session, turn } = openTurn();
    const permissions = { network: { enabled: true }, fileSystem: { read: ['/home/dev/secret-file.txt'] } };
    turn.askPermissions(1, 'item-1', permissions).answer({ permissions, scope: 'turn' });
    expect(session.params('codex_review_event')).toMatchObject([
      { trigger: 'network_policy_denial', status: 'approved' },
    ]);
    expect(JSON.stringify(session.events)).not.toContain('secret');
  });
});
