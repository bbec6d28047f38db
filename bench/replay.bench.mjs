// What observing costs a message: recordings through the observer, an SDK tracer and the event processor, against only
// reading them, and against parsing every message; and that memory stays flat however long a recording is.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodexIdGenerator, CodexSpanProcessor } from '../dist/esm/index.js';
import { readWireLog, replayWireLog } from '../dist/esm/wire.js';
import { median, row } from './rounds.mjs';

const recordings = 'test/recordings/0.169.0';
const folder = mkdtempSync(join(tmpdir(), 'replay-bench-'));

/** Many sessions one after another: each recording again and again, under thread ids of its own. */
function longLog(file, rounds) {
  const texts = readdirSync(recordings).map((name) => readFileSync(join(recordings, name, 'wire.jsonl'), 'utf8'));
  let messages = 0;
  const parts = [];
  for (let round = 0; round < rounds; round++)
    for (const text of texts) {
      const own = text.replaceAll(/(?<=[0-9a-f]{8}-[0-9a-f]{4}-)[0-9a-f]{4}(?=-[0-9a-f]{4}-[0-9a-f]{12})/g, () =>
        (round % 65536).toString(16).padStart(4, '0'),
      );
      messages += own.split('\n').length - 1;
      parts.push(own);
    }
  writeFileSync(file, parts.join(''));
  return messages;
}

async function replay(file) {
  let events = 0;
  const codex = new CodexSpanProcessor({ eventHook: () => (events += 1) });
  const tracerProvider = new NodeTracerProvider({ spanProcessors: [codex], idGenerator: new CodexIdGenerator() });
  await replayWireLog(file, { tracerProvider });
  await tracerProvider.shutdown();
  return events;
}

try {
  const file = join(folder, 'wire.jsonl');
  const messages = longLog(file, 20);
  console.log(`\nOne message of ${messages} in ordinary sessions`);
  let seen = 0;
  const read = await median(
    messages,
    async () => {
      for await (const records of readWireLog(file)) seen += records.length;
    },
    5,
  );
  const replayed = await median(messages, () => replay(file), 5);
  const parsed = await median(
    messages,
    () => {
      for (const line of readFileSync(file, 'utf8').split('\n')) if (line !== '') seen += JSON.parse(line).at;
    },
    5,
  );
  row('readWireLog', read);
  row('readWireLog, spans and events', replayed, `${(replayed / read).toFixed(1)} times as much`);
  row('whole file, split and JSON.parse', parsed, `${(parsed / read).toFixed(1)} times as much`);

  console.log('\nMemory after a replay, by its length');
  for (const rounds of [5, 20, 80]) {
    const count = longLog(file, rounds);
    const events = await replay(file);
    globalThis.gc?.();
    const { heapUsed } = process.memoryUsage();
    console.log(
      `${String(count).padStart(8)} messages, ${String(events).padStart(6)} events: ${(heapUsed / 2 ** 20).toFixed(1)} MiB of heap`,
    );
  }
  if (seen === 0) throw new Error('nothing was measured');
} finally {
  rmSync(folder, { recursive: true });
}
