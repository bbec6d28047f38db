import { randomUUID } from 'node:crypto';

/** What the scripted model asks for where the prompt names nothing: harmless. */
export const COMMAND = 'uname -s';

/**
 * What the model answers: to the result of a command a message, to anything else a command, that in the prompt's
 * backticks if there is one. It wants it outside the sandbox, so that Codex asks before. It remembers nothing: a request
 * carries its whole conversation.
 */
export function oneCommandThenAMessage({ input = [] }) {
  const last = input.at(-1);
  if (/_output$/.test(last?.type ?? '')) return [message('Done: I looked at the system.')];
  const prompt = last?.content?.at?.(-1)?.text ?? '';
  return [command(/`(.+)`/.exec(prompt)?.[1] ?? COMMAND)];
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
