import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codexOtel } from '../cli/io.js';
import { recording } from '../cli/recordings.js';
import { Receiver, type Answer } from '../export/receiver.js';
import { amount, documented } from './documented.js';

const SPANS = 5;
const EVENTS = 4;

const table = documented('A receiver');

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

/** The answer to each request, by its number in its signal; `gone` for a receiver that is not there. */
type Behaviour = ((number: number) => Answer | undefined) | 'gone';

const at = (numbers: number, answer: Answer) => (number: number) => (number < numbers ? answer : undefined);

/** JSON, so that an answer's text is written as it is read here; and no receiver is tried again for long. */
const env = {
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  OTEL_BSP_EXPORT_TIMEOUT: '8500',
  OTEL_BLRP_EXPORT_TIMEOUT: '8500',
};

/** What receivers do in docs/failure.md, by the first column of its table. */
const behaviours: Readonly<Record<string, Behaviour>> = {
  'takes everything': () => undefined,
  'is not there': 'gone',
  'answers 503 for a while': at(3, { status: 503 }),
  'answers 503 for ever': () => ({ status: 503 }),
  'answers 429, and takes it later': at(2, { status: 429, headers: { 'retry-after': '1' } }),
  'answers 400': () => ({ status: 400, body: { message: 'no' } }),
  'answers 401': () => ({ status: 401 }),
  'answers 404': () => ({ status: 404 }),
  'answers 413': () => ({ status: 413 }),
  'answers 500': () => ({ status: 500 }),
  redirects: () => ({ status: 307, headers: { location: 'http://127.0.0.1:9/' } }),
  'hangs up once': at(1, { hangUp: true }),
  'hangs up for ever': () => ({ hangUp: true }),
  'answers slowly': () => ({ delayMs: 200 }),
  'rejects a part': () => ({
    body: { partialSuccess: { rejectedSpans: 2, rejectedLogRecords: 2, errorMessage: 'too old' } },
  }),
  'answers 200 with a page': () => ({ body: '<html>', headers: { 'content-type': 'text/html' } }),
};

describe('a receiver', () => {
  it.each(Object.keys(behaviours))('that %s gets, and is reported, as docs/failure.md has it', async (what) => {
    const behaviour = behaviours[what]!;
    const { url } = receiver;
    if (behaviour === 'gone') await receiver.stop();
    else receiver.answer = (_path, number) => behaviour(number);
    const { status, said } = await codexOtel(['replay', recording('approval-accept'), '--endpoint', url], { env });
    const reported = /v1\/traces \((?<why>[^)]*)\)/.exec(said.join('\n'))?.groups?.['why'];
    const [spans, events] = [amount(receiver.spans.length, SPANS), amount(receiver.events.length, EVENTS)];
    expect(table.get(what)).toEqual([spans, events, String(status), reported ?? '–']);
  });

  it('docs/failure.md lists these receivers and no others', () => {
    expect([...table.keys()]).toEqual(Object.keys(behaviours));
  });
});
