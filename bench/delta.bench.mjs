// A delta is what nearly all traffic is made of, and nobody wants it: passing over it must cost a fraction of parsing it.
import { CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { chunksOf, send, Session } from './traffic.mjs';

const COUNT = 50_000;

const session = new Session().initialize().startThread().beginTurn();
const opening = chunksOf(session.lines.splice(0));
for (let n = 0; n < COUNT; n++) session.delta();
const lines = session.lines.map(({ text }) => Buffer.from(text));
const chunks = chunksOf(session.lines);

export const claims = [
  {
    ours: 'a delta line through `connect()` in 64 KiB chunks',
    baseline: '`JSON.parse` of it',
    must: 0.08,
    aim: 0.06,
    count: COUNT,
    subject() {
      const codex = new CodexInstrumentation();
      const connection = codex.connect();
      send(connection, opening);
      return { run: () => send(connection, chunks), dispose: () => codex.disable() };
    },
    against: () => ({ run: () => lines.forEach((line) => JSON.parse(line)) }),
  },
];
