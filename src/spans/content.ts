import type { ItemContent } from '../protocol/content.js';
import { ATTR } from './conventions.js';
import type { SpanAttributes } from './facts.js';

/** The messages of a turn, in their order, by who said them. */
export interface Messages {
  readonly user: string[];
  readonly assistant: string[];
}

/** The opt-in attributes of a tool call; none where content capture is off. */
export function toolContent({ arguments: given, result }: ItemContent = {}): SpanAttributes {
  return {
    ...(given !== undefined && { [ATTR.toolArguments]: given }),
    ...(result !== undefined && { [ATTR.toolResult]: result }),
  };
}

/** The opt-in attributes of a turn, in the shape of the GenAI conventions' message schemas. */
export function turnContent({ user, assistant }: Messages): SpanAttributes {
  const parts = (content: string) => [{ type: 'text', content }];
  return {
    ...(user.length > 0 && {
      [ATTR.inputMessages]: JSON.stringify(user.map((text) => ({ role: 'user', parts: parts(text) }))),
    }),
    ...(assistant.length > 0 && {
      [ATTR.outputMessages]: JSON.stringify(
        assistant.map((text) => ({ role: 'assistant', parts: parts(text), finish_reason: 'stop' })),
      ),
    }),
  };
}
