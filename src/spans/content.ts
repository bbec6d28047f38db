import type { Message } from '../protocol/content.js';
import type { SpanContent } from '../session/span-sink.js';
import { ATTR } from './conventions.js';
import type { SpanAttributes } from './facts-on-span.js';

type ContentAttribute = (typeof ATTR)['inputMessages' | 'outputMessages' | 'toolArguments' | 'toolResult'];

/** Changes a text of an attribute; undefined leaves it out. */
export type Redact = (text: string, attribute: ContentAttribute) => string | undefined;

/** The GenAI conventions' opt-in attributes. There is content only while its capture is on. */
export function contentAttributes({ tool, messages }: SpanContent, redact: Redact = (text) => text): SpanAttributes {
  const attributes: SpanAttributes = {};
  const put = (name: ContentAttribute, text: string | undefined) => {
    if (text !== undefined) attributes[name] = text;
  };
  const toolText = (name: ContentAttribute, text: string | undefined) =>
    put(name, text === undefined ? undefined : redact(text, name));
  toolText(ATTR.toolArguments, tool?.arguments);
  toolText(ATTR.toolResult, tool?.result);
  if (messages === undefined) return attributes;
  const all = [...messages];
  put(ATTR.inputMessages, messagesOf(all, 'user', ATTR.inputMessages, redact));
  put(ATTR.outputMessages, messagesOf(all, 'assistant', ATTR.outputMessages, redact));
  return attributes;
}

/** The messages of one role in the shape of the conventions' message schemas; undefined where there are none. */
function messagesOf(
  all: readonly Message[],
  role: Message['role'],
  name: ContentAttribute,
  redact: Redact,
): string | undefined {
  const messages = all.flatMap((message) => {
    const content = message.role === role ? redact(message.text, name) : undefined;
    if (content === undefined) return [];
    return [{ role, parts: [{ type: 'text', content }], ...(role === 'assistant' && { finish_reason: 'stop' }) }];
  });
  return messages.length > 0 ? JSON.stringify(messages) : undefined;
}
