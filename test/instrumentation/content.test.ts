import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CodexInstrumentationConfig } from '../../src/instrumentation/config.js';
import { RECORDINGS } from '../parity/recordings.js';
import { passAll } from './by-hand.js';
import { diagnostics, Observed } from './telemetry.js';

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

describe('redactContent', () => {
  const captured = (redactContent: CodexInstrumentationConfig['redactContent']) => {
    const said = diagnostics();
    const observed = observe({ captureContent: true, redactContent });
    const content = observed.spans.flatMap(({ attributes }) =>
      Object.entries(attributes).filter(([name]) => OPT_IN.includes(name)),
    );
    return { content: Object.fromEntries(content), said, failed: observed.codex.counters.total('hooks.failed') };
  };

  it('replaces every match of its patterns, of any flags, each time', () => {
    const { content, failed } = captured([/[0-9]/, /BIN/gi, /h/y]);
    expect(Object.keys(content).toSorted()).toEqual([...OPT_IN].toSorted());
    // The messages' own frame has such letters.
    const all = `${String(content['gen_ai.tool.call.arguments'])} ${String(content['gen_ai.tool.call.result'])}`;
    expect(all).toContain('[redacted]');
    expect(all).not.toMatch(/[0-9h]|bin/i);
    expect(failed).toBe(0);
  });

  it('gets each text with its attribute, and puts what it returns in its place', () => {
    const { content } = captured((text, attribute) => `${attribute} of ${text.length > 0 ? 'a text' : 'nothing'}`);
    expect(content).toEqual({
      'gen_ai.input.messages':
        '[{"role":"user","parts":[{"type":"text","content":"gen_ai.input.messages of a text"}]}]',
      'gen_ai.output.messages':
        '[{"role":"assistant","parts":[{"type":"text","content":"gen_ai.output.messages of a text"}],"finish_reason":"stop"}]',
      'gen_ai.tool.call.arguments': 'gen_ai.tool.call.arguments of a text',
      'gen_ai.tool.call.result': 'gen_ai.tool.call.result of a text',
    });
  });

  it('leaves a text out where it returns undefined', () => {
    expect(captured(() => undefined)).toEqual({ content: {}, said: [], failed: 0 });
  });

  it.each<[what: string, redaction: unknown]>([
    ['throws', (text: string) => JSON.parse(`quoted: ${text}`) as string],
    ['is asynchronous', async (text: string) => text],
    ['is asynchronous and rejects', async (text: string) => Promise.reject(new Error(text))],
    ['returns no text', () => 7],
    ['is a list of what is no pattern', ['a secret']],
    ['is no redaction at all', 7],
    ['is null', null],
  ])('leaves out, counts and logs without content what it cannot redact: one that %s', (_what, redaction) => {
    const { content, said, failed } = captured(redaction as CodexInstrumentationConfig['redactContent']);
    expect(content).toEqual({});
    expect(failed).toBeGreaterThan(0);
    expect(said).toEqual([
      expect.stringMatching(/redactContent failed: it (threw|returned no text), and the content was left out; further/),
    ]);
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
