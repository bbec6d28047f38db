// A host that is done: it has said all that the client of a recording said, to a server of its own and by hand, and waits
// for nothing. It must end, though turns ended a moment ago and a minute would have to pass for what they left open.
// Arguments: the fake app-server, a wire log.
import { spawn } from 'node:child_process';
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import { CodexInstrumentation } from '../../../src/index.js';
import { pass } from '../by-hand.js';
import { talk } from '../client.js';
import { conversationIn } from '../conversation.js';

const [, , codexFile = '', wireLog = ''] = process.argv;
const spans: string[] = [];
const codex = new CodexInstrumentation({ spanEndHook: (_span, { type }) => void spans.push(type) });
codex.setTracerProvider(new BasicTracerProvider());

const env = { ...process.env, FAKE_CODEX_RECORDING: wireLog };
await talk(spawn(codexFile, ['app-server'], { env, stdio: ['pipe', 'pipe', 'inherit'] }), conversationIn(wireLog));
const connection = codex.connect();
for (const step of conversationIn(wireLog)) pass(connection, step);
console.log(spans.join(' '));
