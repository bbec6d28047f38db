// What it costs to pass over the messages nobody wants, against parsing them; and to read a wire log.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readWireLog } from '../dist/esm/wire.js';
import { LineSplitter } from '../dist/esm/wire/lines.js';
import { peek } from '../dist/esm/wire/method.js';
import { median, row } from './rounds.mjs';

const COUNT = 50_000;
const recording = readFileSync(new URL('../test/recordings/0.169.0/plain-turn/wire.jsonl', import.meta.url), 'utf8');
const recorded = recording.split('\n').find((line) => line.includes('"method":"item/agentMessage/delta"'));
const delta = JSON.parse(recorded).msg;

/** The bytes as a pipe brings them. */
function chunksOf(bytes) {
  const chunks = [];
  for (let at = 0; at < bytes.length; at += 65_536) chunks.push(bytes.subarray(at, at + 65_536));
  return chunks;
}

function splitAll(chunks, onLine) {
  const splitter = new LineSplitter(onLine);
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
}

let sum = 0;

for (const [name, text] of [
  ['as recorded', delta.params.delta],
  ['with 2 kB of text', 'It is "quoted",\nover lines. '.repeat(75)],
]) {
  const message = JSON.stringify({ ...delta, params: { ...delta.params, delta: text } });
  const bytes = Buffer.from(`${message}\n`.repeat(COUNT));
  const chunks = chunksOf(bytes);
  const lines = [];
  splitAll([bytes], (line) => lines.push(line));

  console.log(`\nOne delta ${name} (${Buffer.byteLength(message)} bytes)`);
  const passed = await median(COUNT, () => lines.forEach((line) => (sum += peek(line).method.length)));
  const parsed = await median(COUNT, () => lines.forEach((line) => (sum += JSON.parse(line).method.length)));
  row('peek', passed);
  row('JSON.parse', parsed, `${(parsed / passed).toFixed(1)} times as much`);
  const split = await median(COUNT, () => splitAll(chunks, (line) => (sum += line.length)));
  row('LineSplitter alone', split);
}

const file = join(tmpdir(), `wire-bench-${process.pid}.jsonl`);
const log = `${recorded}\n`.repeat(COUNT);
writeFileSync(file, log);
writeFileSync(`${file}.gz`, gzipSync(log));
try {
  console.log(`\nOne record of a wire log (${Buffer.byteLength(recorded)} bytes)`);
  const readAll = async (path) => {
    for await (const records of readWireLog(path)) for (const record of records) sum += record.at;
  };
  const readEach = async function* (path) {
    for await (const records of readWireLog(path)) yield* records;
  };
  row('readWireLog', await median(COUNT, () => readAll(file)));
  row('readWireLog, gzipped', await median(COUNT, () => readAll(`${file}.gz`)));
  const each = async () => {
    for await (const record of readEach(file)) sum += record.at;
  };
  row('readWireLog, one asynchronous step a record', await median(COUNT, each));
  const parse = () => {
    for (const line of readFileSync(file, 'utf8').split('\n')) if (line !== '') sum += JSON.parse(line).at;
  };
  row('whole file, split and JSON.parse', await median(COUNT, parse));
} finally {
  rmSync(file);
  rmSync(`${file}.gz`);
}

if (sum === 0) throw new Error('nothing was measured');
