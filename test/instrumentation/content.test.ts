import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CodexInstrumentationConfig } from '../../src/instrumentation/config.js';
import { RECORDINGS } from '../parity/recordings.js';
import { passAll } from './by-hand.js';
import { Observed } from './telemetry.js';

const VARIABLE = 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT';
const OPT_IN = [
  'gen_ai.input.messages',
  'gen_ai.output.messages',
  'gen_ai.tool.call.arguments',
  'gen_ai.tool.call.result',
];
const RECORDING = '0.169.0/client-opt-out';
const NOW = 1_795_400_000_000;

afterEach(() => vi.unstubAllEnvs());

function observe(options?: CodexInstrumentationConfig, recording = RECORDING): Observed {
  const observed = new Observed(options);
  passAll(observed.codex, recording, { now: () => NOW });
  return observed;
}

const contentOf = ({ spans }: Observed) =>
  spans.flatMap(({ attributes }) => Object.keys(attributes).filter((name) => OPT_IN.includes(name)));

describe('content', () => {
  it.each<[string, CodexInstrumentationConfig, string | undefined]>([
    ['by default', {}, undefined],
    ['by option', { captureContent: false }, 'true'],
    ['by variable', {}, 'false'],
    ['by any other value of the variable', {}, 'yes'],
  ])('is not on the spans %s', (_how, options, value) => {
    vi.stubEnv(VARIABLE, value);
    expect(contentOf(observe(options))).toEqual([]);
  });

  it.each<[string, CodexInstrumentationConfig, string | undefined]>([
    ['by option', { captureContent: true }, 'false'],
    ['by variable', {}, 'true'],
    ['by variable, however it is written', {}, ' TRUE '],
  ])('is on the spans %s', (_how, options, value) => {
    vi.stubEnv(VARIABLE, value);
    expect(contentOf(observe(options)).toSorted()).toEqual([...OPT_IN].toSorted());
  });

  it('is on turns as messages and on tools as arguments and results', () => {
    const observed = observe({ captureContent: true });
    const names = (type: 'turn' | 'item') =>
      Object.keys(observed.ofType(type)[0]!.attributes).filter((name) => OPT_IN.includes(name));
    expect(names('turn')).toEqual(['gen_ai.input.messages', 'gen_ai.output.messages']);
    expect(names('item')).toEqual(['gen_ai.tool.call.arguments', 'gen_ai.tool.call.result']);
    const messages = observed.ofType('turn')[0]!.attributes['gen_ai.input.messages'] as string;
    expect(JSON.parse(messages)).toMatchObject([{ role: 'user', parts: [{ type: 'text' }] }]);
  });

  it('is captured or not by the configuration at the time of each item', () => {
    const observed = observe();
    observed.codex.setConfig({ captureContent: true });
    passAll(observed.codex, RECORDING);
    expect(contentOf(observed)).toHaveLength(4);
  });
});

describe('capturing content changes no other attribute and no event', () => {
  it.each(RECORDINGS)('%s', (recording) => {
    const [off, on] = [observe({}, recording), observe({ captureContent: true }, recording)];
    expect(on.events).toEqual(off.events);
    const rest = on.spans.map(({ name, attributes }) => ({
      name,
      attributes: Object.fromEntries(Object.entries(attributes).filter(([key]) => !OPT_IN.includes(key))),
    }));
    expect(rest).toEqual(off.spans.map(({ name, attributes }) => ({ name, attributes })));
  });
});
