import { randomUUID } from 'node:crypto';

/** The one command that the scripted model asks for: harmless, and outside the sandbox, so that Codex asks before. */
export const COMMAND = 'uname -s';

/**
 * What the model answers: to the result of its command a message, to anything else that command. It remembers nothing:
 * a request carries its whole conversation.
 */
export function oneCommandThenAMessage({ input = [] }) {
  const last = input.at(-1);
  return /_output$/.test(last?.type ?? '') ? [message('Done: I looked at the system.')] : [command(COMMAND)];
}

const message = (text) => ({
  type: 'message',
  role: 'assistant',
  id: `msg_${randomUUID()}`,
  content: [{ type: 'output_text', text }],
});

const command = (cmd) => ({
  type: 'function_call',
  call_id: `call_${randomUUID()}`,
  name: 'exec_command',
  arguments: JSON.stringify({
    cmd,
    sandbox_permissions: 'require_escalated',
    justification: 'May I look at the system?',
  }),
});
