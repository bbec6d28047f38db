import type { Message } from '../protocol/content.js';
import type { SpanContent } from '../session/span-sink.js';
import { ATTR } from './conventions.js';
import type { SpanAttributes } from './facts-on-span.js';

/** The GenAI conventions' opt-in attributes. There is content only while its capture is on. */
export function contentAttributes({ tool, messages }: SpanContent): SpanAttributes {
  return {
    ...(tool?.arguments !== undefined && { [ATTR.toolArguments]: tool.arguments }),
    ...(tool?.result !== undefined && { [ATTR.toolResult]: tool.result }),
    ...(messages && messageAttributes(messages)),
  };
}

/** A turn's messages in the shape of the conventions' message schemas. */
function messageAttributes(messages: Iterable<Message>): SpanAttributes {
  const all = [...messages].map(({ role, text }) => ({ role, parts: [{ type: 'text', content: text }] }));
  const input = all.filter(({ role }) => role === 'user');
  const output = all.filter(({ role }) => role === 'assistant');
  return {
    ...(input.length > 0 && { [ATTR.inputMessages]: JSON.stringify(input) }),
    ...(output.length > 0 && {
      [ATTR.outputMessages]: JSON.stringify(output.map((message) => ({ ...message, finish_reason: 'stop' }))),
    }),
  };
}
