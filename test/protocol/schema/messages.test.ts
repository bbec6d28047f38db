import { describe, expect, it } from 'vitest';
import { clientRequests, notifications, userRequests } from '../../../src/protocol/schema/messages.js';
import { RECORDINGS, wireLines } from '../../parity/recordings.js';

describe('the schemas of messages', () => {
  it('decode every message in use of every recording', () => {
    const methods = new Set<string>();
    for (const recording of RECORDINGS)
      for (const { from, msg } of wireLines(recording)) {
        const method = msg?.method ?? '';
        const schema =
          from === 'client'
            ? clientRequests[method as keyof typeof clientRequests]
            : userRequests[method as keyof typeof userRequests];
        const params =
          from === 'server' && method in notifications
            ? notifications[method as keyof typeof notifications]
            : (schema as { params: (typeof notifications)['thread/closed'] } | undefined)?.params;
        // One recording holds malformed messages on purpose.
        if (params === undefined || recording.endsWith('fault-bad-messages')) continue;
        methods.add(method);
        expect(params.safeParse(msg?.params ?? {}).error?.issues, `${recording} ${method}`).toBeUndefined();
      }
    expect(methods.size).toBeGreaterThan(25);
  });
});
