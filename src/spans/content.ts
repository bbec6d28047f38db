import type { ItemContent, Message } from '../protocol/content.js';
import { ATTR } from './conventions.js';
import type { SpanAttributes } from './facts-on-span.js';

/** The opt-in attributes of a tool call; none where content capture is off. */
export function toolContent({ arguments: given, result }: ItemContent = {}): SpanAttributes {
  return {
    ...(given !== undefined && { [ATTR.toolArguments]: given }),
    ...(result !== undefined && { [ATTR.toolResult]: result }),
  };
}

/** The opt-in attributes of a turn, in the shape of the GenAI conventions' message schemas. */
export function turnContent(said: Iterable<Message>): SpanAttributes {
  const messages = [...said].map(({ role, text }) => ({ role, parts: [{ type: 'text', content: text }] }));
  const input = messages.filter(({ role }) => role === 'user');
  const output = messages.filter(({ role }) => role === 'assistant');
  return {
    ...(input.length > 0 && { [ATTR.inputMessages]: JSON.stringify(input) }),
    ...(output.length > 0 && {
      [ATTR.outputMessages]: JSON.stringify(output.map((message) => ({ ...message, finish_reason: 'stop' }))),
    }),
  };
}
