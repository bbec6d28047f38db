// Where fingerprints are switched on, the lines of a turn's diff are hashed at its end: next to the hashes themselves nothing should count.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { noProcessor } from './spans.mjs';
import { chunksOf, send, Session } from './traffic.mjs';

const COUNT = 50_000;
const SOURCES = new URL('../src/', import.meta.url);

/** The lines of this package's sources that are ASCII, as a turn would add them. One in seven of those with a hash is a repetition. */
const lines = readdirSync(SOURCES, { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => readFileSync(new URL(file, SOURCES), 'utf8').split('\n'))
  .filter((line) => /^[\t\x20-\x7e]*$/.test(line))
  .slice(0, COUNT);

const diff = `diff --git a/new.ts b/new.ts\n--- /dev/null\n+++ b/new.ts\n@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}\n`).join('')}`;

/** The lines that have a hash, as they are hashed. */
const texts = lines
  .map((line) => line.trim().replaceAll(/\s+/g, ' '))
  .filter((line) => line.length > 3 && /\w/.test(line));

const session = new Session().initialize().startThread().beginTurn();
session.diff(diff);
const opening = chunksOf(session.lines.splice(0));
session.endTurn();
const end = chunksOf(session.lines);
const provider = new NodeTracerProvider({ spanProcessors: [noProcessor] });

/** Both sides keep their hashes. Those of the other side leave the young generation first, so each pays for its own garbage. */
function settle() {
  for (let n = 0; n < 2; n++) globalThis.gc({ type: 'minor' });
}

export const claims = [
  {
    ours: "a line of a turn's diff read and hashed at the turn's end",
    baseline: '`crypto.hash` of the same lines, trimmed before, in a loop',
    must: 1.25,
    aim: 1.1,
    missed:
      'Of the time beyond the hash of its bytes, a line takes a third each for the search for its end, for the search for uneven spaces, and for its copy behind the domain. The packages `hash-wasm` and `@noble/hashes` take two and three times as long as `crypto.hash`.',
    count: texts.length,
    subject() {
      // One for all rounds: git is asked for the folder in the first of them, and runs beside no other.
      const codex = new CodexInstrumentation({ acceptedLines: 'fingerprints' });
      codex.setTracerProvider(provider);
      let connection;
      return {
        prepare() {
          connection?.close();
          connection = codex.connect();
          send(connection, opening);
          settle();
        },
        run: () => send(connection, end),
        dispose: () => codex.disable(),
      };
    },
    against() {
      let hashes = [];
      return {
        prepare: settle,
        run: () => (hashes = texts.map((text) => hash('sha1', `file-line-v1\0line\0${text}`))),
        dispose: () => (hashes.length = 0),
      };
    },
  },
];
