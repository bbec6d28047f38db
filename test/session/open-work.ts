import { command } from './items.js';
import { offsetsOf, openTurn, type Session, type SessionOptions } from './session.js';
import type { ConnectOptions } from './client.js';

/** A hook's run, as far as the tests need it. */
export const HOOK = { id: 'h', eventName: 'preToolUse', source: 'user', status: 'completed' };

/** A turn that has a command (since 10 ms), a review of it and a hook, all going on; 20 ms have passed. */
export function openWork(options: SessionOptions & ConnectOptions = {}) {
  const opened = openTurn(options);
  const { session, turn } = opened;
  session.wait(10);
  turn.itemStarted(command('call-1'));
  const approval = turn.askCommand(0, 'call-1');
  turn.notify('hook/started', { run: { ...HOOK, status: 'running' } });
  session.wait(10);
  return { ...opened, approval };
}

/** Of each span but initialisations: type, start and end in milliseconds since the session began, and why it ended. */
export const endings = (session: Session) =>
  session.spans
    .map(
      (span) => [span.attributes['codex.span.type'], ...offsetsOf(span), span.attributes['codex.end_reason']] as const,
    )
    .filter(([type]) => type !== 'thread_initialization');
