import { readdir } from 'node:fs/promises';
import { expect, inject, it } from 'vitest';
import { expectNoProcess } from '../left-behind.js';
import { isOfType, spanOfType } from '../expected.js';
import { Jaeger } from '../jaeger.js';
import { examples, openInterface, type Requested } from './interface.js';
import { hasTerminals } from './terminal.js';

const { endpoint } = inject('collector');
const jaeger = new Jaeger(inject('jaeger'));

/** A session at the terminal interface: a prompt, an approval by a key, `/quit`. */
async function session(before: readonly string[]) {
  const { oneCommandThenAMessage } = await examples();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint };
  const { model, project, runtime, terminal } = await openInterface(oneCommandThenAMessage, { before, env });
  await terminal.enters('Look at the system');
  await terminal.sees('Would you like to run the following command?');
  terminal.types('y');
  await terminal.sees('Done: I looked at the system.');
  await terminal.enters('/quit');
  await terminal.sees('exit status');
  await terminal.process.ended;
  return { project, runtime, requests: model.requests, output: terminal.process.output };
}

/** What the model was asked for, less everything that differs between any two sessions. */
const asked = (requests: readonly Requested[]) =>
  requests
    .map(({ body: { input, model } }) => ({ model, input: input.map(({ type }) => type) }))
    .sort((a, b) => a.input.length - b.input.length);

it.runIf(hasTerminals)(
  'the terminal interface behind codex-otel run is in Jaeger with its approval, and nothing is left behind',
  async () => {
    const plain = await session([]);
    const relayed = await session(['codex-otel', 'run', '--']);
    expect([relayed.output, plain.output]).toEqual([
      expect.stringMatching(/exit status 0\s*$/),
      expect.stringMatching(/exit status 0\s*$/),
    ]);
    expect(asked(relayed.requests)).toEqual(asked(plain.requests));

    const [, threadId] = /codex-otel: To continue this session, run codex resume (\S+)/.exec(relayed.output)!;
    const spans = await jaeger.trace(threadId!.replaceAll('-', ''), isOfType('turn'));
    const [turn, item, review] = (['turn', 'item', 'review'] as const).map((type) => spanOfType(spans, type));
    expect([item!.parentSpanId, review!.parentSpanId]).toEqual([turn!.spanId, item!.spanId]);
    expect(review!.attributes['codex.review.status']).toBe('approved');

    expect(await readdir(relayed.runtime)).toEqual([]);
    await expectNoProcess(relayed.project, relayed.runtime);
  },
);
