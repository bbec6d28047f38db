import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request to the model, as far as the script looks at it. */
interface ModelRequest {
  readonly input?: readonly { readonly type?: string; readonly role?: string; readonly content?: unknown }[];
}

/**
 * A model on loopback whose answers depend on the conversation alone, so that two runs of the same session ask the same and get
 * the same. The last prompt of the user says what it does: `work` is a command, then a patch; `mcp` calls a tool; `leave` starts a
 * command that goes on; `think` reasons; `fail` is an error; `hang` never answers; anything else is answered.
 */
export class ScriptedModel {
  /** The bodies of all requests, since they were last taken. */
  #requests: string[] = [];
  /** Called when a request came that is never answered. */
  onHang: () => void = () => undefined;
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
    if (request.method !== 'POST' || request.url?.endsWith('/responses') !== true)
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    this.#requests.push(body);
    const { input = [] } = JSON.parse(body) as ModelRequest;
    const prompt = promptOf(input);
    if (prompt.includes('Please hang')) {
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

function itemsFor(prompt: string, input: NonNullable<ModelRequest['input']>): object[] {
  const lastUser = input.findLastIndex(({ role }) => role === 'user');
  const outputs = input.slice(lastUser).filter(({ type }) => /_output$/.test(type ?? '')).length;
  const id = `${input.length}`;
  const call = (name: string, args: object, more: object = {}) => ({
    type: 'function_call',
    call_id: `call_${id}`,
    name,
    arguments: JSON.stringify(args),
    ...more,
  });
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
