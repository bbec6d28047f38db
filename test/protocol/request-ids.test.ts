import { Readable } from 'node:stream';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { replayWireLog } from '../../src/replay/wire-log.js';
import { factsOf } from '../../src/spans/facts-on-span.js';

const START = 1_795_400_000_000;

/** A session in which two commands are asked for under these ids, the first is declined and the second accepted. */
function sessionWith(first: string, second: string): string {
  const ask = (id: string, itemId: string) =>
    `{"method":"item/commandExecution/requestApproval","id":${id},"params":{"threadId":"thread","turnId":"turn",` +
    `"itemId":"${itemId}","startedAtMs":${START}}}`;
  const resolve = (id: string) =>
    `{"method":"serverRequest/resolved","params":{"threadId":"thread","requestId":${id}}}`;
  const messages: [string, string][] = [
    ['server', '{"method":"turn/started","params":{"threadId":"thread","turn":{"id":"turn","status":"inProgress"}}}'],
    ['server', ask(first, 'first')],
    ['server', ask(second, 'second')],
    ['client', `{"id":${first},"result":{"decision":"decline"}}`],
    ['server', resolve(first)],
    ['client', `{"id":${second},"result":{"decision":"accept"}}`],
    ['server', resolve(second)],
  ];
  const lines = messages.map(([from, msg]) => `{"at":${START},"conn":"c1","from":"${from}","msg":${msg}}\n`);
  return `{"at":${START},"conn":"c1","event":"open","transport":"stdio","server":1}\n${lines.join('')}`;
}

async function reviewsOf(log: string): Promise<Record<string, string | null>> {
  const reviews: Record<string, string | null> = {};
  await replayWireLog(Readable.from([log]), {
    tracerProvider: new NodeTracerProvider(),
    onSpan: (span) => {
      const facts = factsOf(span);
      if (facts?.type === 'review') reviews[facts.itemId ?? ''] = facts.status;
    },
  });
  return reviews;
}

describe('an approval', () => {
  it.each([
    ['integers beyond 2^53', '9007199254740992', '9007199254740993'],
    ['a number and a string of the same digits', '1', '"1"'],
    ['numbers', '1', '2'],
  ])('gets its own answer if the ids of two requests are %s', async (_what, first, second) => {
    expect(await reviewsOf(sessionWith(first, second))).toEqual({ first: 'denied', second: 'approved' });
  });
});
