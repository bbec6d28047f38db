import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { CodexIdGenerator, CodexSpanProcessor } from '../../src/index.js';
import type { CodexAnalyticsEvent } from '../../src/events.js';
import { replayWireLog } from '../../src/wire.js';
import { RECORDINGS, wireFile, wireLines } from '../parity/recordings.js';
import { Traffic } from '../parity/traffic.js';

interface Script {
  readonly RecordingCleaner: new () => { line(line: string): string | undefined };
}
const script = new URL('../../scripts/clean-recording.mjs', import.meta.url).href;
const { RecordingCleaner } = (await import(script)) as Script;

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

function cleaned(text: string): string {
  const cleaner = new RecordingCleaner();
  return linesOf(text)
    .map((line) => `${cleaner.line(line) ?? ''}\n`)
    .join('');
}

/** The spans and events of a recording, without what a cleaned one may change: ids of hooks, ids and names of skills. */
async function replayed(text: string) {
  const spans: ReadableSpan[] = [];
  const events: CodexAnalyticsEvent[] = [];
  const codex = new CodexSpanProcessor({ exporters: [{ export: ({ event }) => void events.push(event) }] });
  const keep = { onEnd: (span: ReadableSpan) => void spans.push(span), onStart: () => {} };
  const none = { forceFlush: async () => {}, shutdown: async () => {} };
  const tracerProvider = new NodeTracerProvider({
    spanProcessors: [codex, { ...keep, ...none }],
    idGenerator: new CodexIdGenerator(),
  });
  await replayWireLog(Readable.from([Buffer.from(text)]), { tracerProvider });
  const others = spans.filter(({ attributes }) => attributes['codex.span.type'] !== 'hook');
  return {
    spans: Buffer.from(JsonTraceSerializer.serializeRequest(others) ?? []).toString('utf8'),
    hooks: spans.length - others.length,
    events: events.map((event) =>
      event.event_type === 'skill_invocation' ? { ...event, skill_id: null, skill_name: '' } : event,
    ),
  };
}

describe('scripts/clean-recording.mjs', () => {
  it.each(RECORDINGS)('keeps the spans and events of %s and removes its content', async (recording) => {
    const text = readFileSync(wireFile(recording), 'utf8');
    const clean = cleaned(text);
    expect(await replayed(clean)).toEqual(await replayed(text));
    // One word may be the protocol's; the address of an app and the line numbers of a diff are no content.
    const content = [...new Traffic(wireLines(recording)).content].filter((words) => /^(?!@@|app:).*[\s/]/.test(words));
    expect(content.filter((words) => clean.includes(JSON.stringify(words).slice(1, -1)))).toEqual([]);
  });

  it('replaces text in fields that it does not know', () => {
    const line = JSON.stringify({
      at: 1,
      conn: 'c1',
      from: 'server',
      msg: { method: 'new/thing', params: { x: 'secret' } },
    });
    expect(cleaned(line)).toBe(line.replace('secret', '[cleaned]') + '\n');
  });

  it('empties what tools were called with and returned, whatever the names in it are', () => {
    const item = { type: 'mcpToolCall', id: 'call_1', tool: 'search', arguments: { id: 'secret', type: ['secret'] } };
    const line = JSON.stringify({ at: 1, msg: { method: 'item/started', params: { item } } });
    expect(cleaned(line)).not.toContain('secret');
    expect(cleaned(line)).toContain('"arguments":{}');
  });

  it('replaces names of members that are not names of the protocol', () => {
    const line = JSON.stringify({ at: 1, msg: { method: 'x', params: { changes: { '/home/me/secret.txt': true } } } });
    expect(cleaned(line)).not.toContain('secret');
  });

  it('replaces the title of a conversation and keeps the name of a client', () => {
    const line = (params: object) => JSON.stringify({ at: 1, msg: { method: 'x', params } });
    expect(cleaned(line({ thread: { name: 'Fix the billing bug' } }))).not.toContain('billing');
    expect(cleaned(line({ clientInfo: { name: 'codex_vscode' } }))).toContain('codex_vscode');
  });

  it('leaves out a line that is no JSON', () => {
    expect(new RecordingCleaner().line('secret')).toBeUndefined();
  });
});
