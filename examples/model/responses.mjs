import { createServer } from 'node:http';
import { once } from 'node:events';
import { gunzipSync } from 'node:zlib';

/**
 * A model on loopback that speaks the part of the Responses API that Codex uses, so that the examples need no account:
 * `POST …/responses` is answered with server-sent events, everything else with an empty object.
 *
 * @param {(request: object) => object[] | Promise<object[]>} script the output items that answer a model request
 * @returns {Promise<{ url: string, requests: { headers: object, body: object }[], close: () => Promise<void> }>}
 */
export async function startModel(script) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    if (request.method !== 'POST' || !request.url.endsWith('/responses'))
      return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    const body = JSON.parse(decoded(Buffer.concat(chunks), request.headers['content-encoding']));
    requests.push({ headers: request.headers, body });
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of stream(`resp_${requests.length}`, await script(body)))
      response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/v1`,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const decoded = (bytes, encoding) => (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');

/** A response as it streams: created, its output items, completed with what it cost. */
function* stream(id, items) {
  yield { type: 'response.created', response: { id } };
  for (const [index, item] of items.entries()) yield { type: 'response.output_item.done', output_index: index, item };
  yield { type: 'response.completed', response: { id, usage: USAGE } };
}

const USAGE = {
  input_tokens: 1200,
  input_tokens_details: { cached_tokens: 1000 },
  output_tokens: 40,
  output_tokens_details: { reasoning_tokens: 16 },
  total_tokens: 1240,
};
