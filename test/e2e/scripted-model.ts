import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SentEvent } from '../parity/recordings.js';

/** A request to the model, as far as the script looks at it. */
interface ModelRequest {
  readonly input?: readonly { readonly type?: string; readonly role?: string; readonly content?: unknown }[];
}

/**
 * A model on loopback whose answers depend on the conversation alone, so that two runs of the same session ask the same and get
 * the same. The last prompt of the user says what it does: `work` is a command, then a patch; `mcp` calls a tool; `leave` starts a
 * command that goes on; `think` reasons; `fail` is an error; `hang` never answers; `stop` is a command, and then no answer; `ask` is a command that needs an approval;
 * `delegate` spawns an agent; anything else is answered. It is the service of analytics, too.
 */
export class ScriptedModel {
  /** The bodies of all requests, since they were last taken. */
  #requests: string[] = [];
  /** The analytics events that Codex sent. */
  readonly analytics: SentEvent[] = [];
  /** All requests with their heads. */
  readonly requested: { readonly headers: object; readonly body: unknown }[] = [];
  /** Called when a request came that is never answered. */
  onHang: () => void = () => undefined;
  /** How many those are. */
  hanging = 0;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  takeRequests(): string[] {
    const requests = this.#requests;
    this.#requests = [];
    return requests;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat((await request.toArray()) as Buffer[]).toString();
    if (request.url?.endsWith('/analytics-events/events') === true) {
      const { events } = JSON.parse(body) as { readonly events: readonly SentEvent[] };
      this.analytics.push(...events);
    }
    if (request.method !== 'POST' || request.url?.endsWith('/responses') !== true)
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    this.#requests.push(body);
    const read = JSON.parse(body) as ModelRequest;
    this.requested.push({ headers: request.headers, body: read });
    const { input = [] } = read;
    const prompt = promptOf(input);
    const isOver = prompt.includes('Please stop') && outputsIn(input) === 1;
    if ((prompt.includes('Please hang') || isOver) && !prompt.includes(TITLE)) {
      this.hanging += 1;
      this.onHang();
      return;
    }
    if (prompt.includes('Please fail'))
      return void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const id = `resp_${input.length}`;
    const events = [
      { type: 'response.created', response: { id } },
      ...itemsFor(prompt, input).map((item, at) => ({ type: 'response.output_item.done', output_index: at, item })),
      { type: 'response.completed', response: { id, usage: USAGE } },
    ];
    for (const event of events) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    response.end();
  }
}

/** Beside the session itself, the terminal interface asks for a title of it. */
const TITLE = 'task title';

const CHILD = 'Child task: look';

const USAGE = {
  input_tokens: 1200,
  input_tokens_details: { cached_tokens: 1000 },
  output_tokens: 40,
  output_tokens_details: { reasoning_tokens: 16 },
  total_tokens: 1240,
};

/** The last text that a user wrote; Codex's own texts begin with an angle bracket. */
function promptOf(input: NonNullable<ModelRequest['input']>): string {
  const texts = input.flatMap(({ role, content }) =>
    role === 'user' && Array.isArray(content) ? (content as { text?: string }[]).map(({ text = '' }) => text) : [],
  );
  return texts.findLast((text) => !text.startsWith('<') && !text.startsWith('#')) ?? '';
}

/** How many calls of the last prompt's turn have ended. */
function outputsIn(input: NonNullable<ModelRequest['input']>): number {
  const lastUser = input.findLastIndex(({ role }) => role === 'user');
  return input.slice(lastUser).filter(({ type }) => /_output$/.test(type ?? '')).length;
}

function itemsFor(prompt: string, input: NonNullable<ModelRequest['input']>): object[] {
  const outputs = outputsIn(input);
  const id = `${input.length}`;
  const call = (name: string, args: object, more: object = {}) => ({
    type: 'function_call',
    call_id: `call_${id}`,
    name,
    arguments: JSON.stringify(args),
    ...more,
  });
  if (prompt.includes(TITLE)) return [message('A title', id)];
  if (JSON.stringify(input.at(-1)).includes(CHILD)) return [message('The child is done.', id)];
  if (prompt.includes('Please ask') && outputs === 0)
    return [call('exec_command', { cmd: 'echo asked >> asked.txt', sandbox_permissions: 'require_escalated' })];
  if (prompt.includes('Please stop')) return [call('exec_command', { cmd: 'echo begun' })];
  if (prompt.includes('Please delegate') && outputs === 0)
    return [call('spawn_agent', { task_name: 'child', message: CHILD }, { namespace: 'collaboration' })];
  if (prompt.includes('Please delegate') && outputs === 1)
    return [call('wait_agent', { timeout_ms: 20_000 }, { namespace: 'collaboration' })];
  if (prompt.includes('Please work') && outputs === 0)
    return [call('exec_command', { cmd: 'echo worked > worked.txt' })];
  if (prompt.includes('Please work') && outputs === 1)
    return [{ type: 'custom_tool_call', call_id: `call_${id}`, name: 'apply_patch', input: PATCH }];
  if (prompt.includes('Please mcp') && outputs === 0)
    return [call('echo', { text: 'hi' }, { namespace: 'mcp__helper' })];
  if (prompt.includes('Please leave') && outputs === 0)
    return [call('exec_command', { cmd: 'exec sleep 4242', yield_time_ms: 300 })];
  const thought = { type: 'reasoning', id: `rs_${id}`, summary: [{ type: 'summary_text', text: 'Hm.' }] };
  return [...(prompt.includes('Please think') ? [thought] : []), message('Done.', id)];
}

const PATCH = '*** Begin Patch\n*** Add File: patched.txt\n+by patch\n*** End Patch\n';

const message = (text: string, id: string) => ({
  type: 'message',
  role: 'assistant',
  id: `msg_${id}`,
  content: [{ type: 'output_text', text }],
});
