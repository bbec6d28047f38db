/**
 * The content of an item: prompts, answers, commands, output. It is read only if content capture is on, and kept apart
 * from the other fields of an item, so that it can reach only the attributes that are meant for it.
 */
export interface ItemContent {
  readonly message?: Message | undefined;
  /** A tool's arguments, as JSON or text. */
  readonly arguments?: string | undefined;
  /** A tool's result, as JSON or text; undefined before there is one. */
  readonly result?: string | undefined;
}

/** A message of the user or of the agent. */
export interface Message {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** The content of an item as it is on the wire; an empty object for items without content. */
export function contentOf(item: unknown): ItemContent {
  const data = membersOf(item);
  switch (data['type']) {
    case 'userMessage':
      return { message: { role: 'user', text: textOf(data['content']) } };
    case 'agentMessage':
      return { message: { role: 'assistant', text: textOf(data['text']) } };
    case 'commandExecution':
      return {
        arguments: json({ command: data['command'], cwd: data['cwd'] }),
        result: json(data['aggregatedOutput']),
      };
    case 'fileChange':
      return { arguments: json(data['changes']) };
    case 'mcpToolCall':
      return { arguments: json(data['arguments']), result: json(data['result'] ?? data['error']) };
    case 'dynamicToolCall':
      return { arguments: json(data['arguments']), result: json(data['contentItems']) };
    case 'collabAgentToolCall':
      return { arguments: json(data['prompt']), result: json(data['agentsStates']) };
    case 'webSearch':
      return { arguments: json(data['action'] ?? data['query']), result: json(data['results']) };
    case 'imageGeneration':
      return { arguments: json(data['revisedPrompt']), result: json(data['savedPath']) };
    default:
      return {};
  }
}

const json = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A text, or the text parts of a message joined by line feeds. Images and mentions are left out. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  const texts = content.map((part) => membersOf(part)['text']);
  return texts.filter((text) => typeof text === 'string').join('\n');
}
