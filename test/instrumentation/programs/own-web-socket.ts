// A host that talks to an app-server through Node's own WebSocket. Prints what was observed. Arguments: a wire log.
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import { CodexInstrumentation } from '../../../src/index.js';
import { playOverWebSockets } from '../web-socket-session.js';

const [, , wireLog = ''] = process.argv;
const spans: string[] = [];
const events: string[] = [];
const own = globalThis.WebSocket;
const codex = new CodexInstrumentation({
  spanEndHook: (_span, { type }) => void spans.push(type),
  eventHook: (event) => events.push(event.event_type),
});
codex.setTracerProvider(new BasicTracerProvider());
const { WebSocket } = globalThis;
const facts: boolean[] = [];
await playOverWebSockets(wireLog, {
  connect: (url) => {
    const socket = new WebSocket(url);
    facts.push(socket instanceof WebSocket, socket instanceof own);
    return socket;
  },
});
codex.disable();
facts.push(globalThis.WebSocket === own);
console.log(JSON.stringify({ spans, events, facts }));
