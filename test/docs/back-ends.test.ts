import { beforeAll, describe, expect, it } from 'vitest';
import { observe, type Observed } from './observed.js';
import { namesIn, Page, rowsOf, sorted } from './page.js';
import { snippetsOf } from './snippets.js';

/** docs/back-ends.md against what leaves: rules after the public documentation of each back end, which the page names. */

const page = new Page('docs/back-ends.md');

type Attributes = Readonly<Record<string, unknown>>;
/** Returns what is wrong with a span for a back end; undefined where nothing is. */
type Rule = (attributes: Attributes, name: string) => string | undefined;

const has =
  (...names: readonly string[]): Rule =>
  (attributes) =>
    names.filter((name) => typeof attributes[name] !== 'string' || attributes[name] === '').join(', ') || undefined;

const isGenAi = (attributes: Attributes) => attributes['gen_ai.operation.name'] !== undefined;
const forGenAi =
  (rule: Rule): Rule =>
  (attributes, name) =>
    isGenAi(attributes) ? rule(attributes, name) : undefined;

/** No span is a call of a model: back ends price those, and Codex's own calls are not on the wire. */
const isNoModelCall: Rule = ({ 'gen_ai.operation.name': operation, ...attributes }) => {
  if (operation !== undefined && operation !== 'invoke_agent' && operation !== 'execute_tool')
    return `the operation ${JSON.stringify(operation)}`;
  return operation !== 'invoke_agent' && 'gen_ai.request.model' in attributes ? 'a model on no agent' : undefined;
};

/** A sum over a trace counts each token once. */
const tokensOfTurnsAlone: Rule = (attributes) =>
  attributes['codex.span.type'] !== 'turn' && Object.keys(attributes).some((name) => name.startsWith('gen_ai.usage.'))
    ? 'tokens'
    : undefined;

/** Sessions longer than 200 characters, or beyond US-ASCII, are dropped (langfuse.com/docs/sessions). */
const isShortSession: Rule = ({ 'session.id': session }) =>
  typeof session === 'string' && /^[\x20-\x7e]{1,199}$/.test(session) ? undefined : 'the session';

/** The conventions name a span by its operation and its agent or tool; Sentry and Honeycomb show that name. */
const isNamed: Rule = (attributes, name) => {
  const { 'gen_ai.operation.name': operation, 'gen_ai.agent.name': agent, 'gen_ai.tool.name': tool } = attributes;
  const expected = operation === 'invoke_agent' ? `invoke_agent ${String(agent)}` : `execute_tool ${String(tool)}`;
  return name === expected ? undefined : `the name ${name}`;
};

const COMMON = [isNoModelCall, tokensOfTurnsAlone];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  MLflow: [...COMMON, has('session.id')],
  Langfuse: [...COMMON, isShortSession],
  Phoenix: [...COMMON, has('session.id')],
  Honeycomb: [...COMMON, has('gen_ai.conversation.id', 'gen_ai.agent.name'), forGenAi(isNamed)],
  Datadog: [...COMMON, has('gen_ai.conversation.id'), forGenAi(has('gen_ai.provider.name'))],
  Sentry: [...COMMON, has('gen_ai.conversation.id', 'gen_ai.agent.name'), forGenAi(isNamed)],
  LangSmith: [...COMMON, has('session.id')],
  Braintrust: [...COMMON, has('session.id')],
  'Grafana Tempo': COMMON,
};

const rows = rowsOf(page.section('What each of them reads'));
const recipes = snippetsOf('docs/back-ends.md').filter(({ language }) => language === 'yaml');

let observed: Observed;
beforeAll(async () => {
  observed = await observe();
});

describe('docs/back-ends.md', () => {
  it('has a row with a source for each back end that a rule is for, and no other', () => {
    expect(sorted(rows.map(([name = '']) => name.trim()))).toEqual(sorted(Object.keys(RULES)));
    for (const row of rows) expect(row.at(-1), row[0]).toMatch(/\[.+\]\((https:\/\/|#)/);
  });

  it('says of no attribute that it is sent if no recorded session has it, unless a recipe sets it', () => {
    const sent = new Set(observed.spans.flatMap(({ attributes }) => Object.keys(attributes)));
    for (const [name = '', session = '', type = '', fromCollector = ''] of rows) {
      const set = namesIn(fromCollector);
      const missing = [...namesIn(session), ...namesIn(type)].filter((attribute) => !sent.has(attribute));
      expect(
        missing.filter((attribute) => !set.includes(attribute)),
        name,
      ).toEqual([]);
      for (const attribute of set)
        expect(
          recipes.some(({ code }) => code.includes(`span.attributes["${attribute}"]`)),
          attribute,
        ).toBe(true);
    }
  });
});

describe.each(Object.entries(RULES))('%s', (_name, rules) => {
  it('finds what it reads on the spans of recorded sessions', () => {
    const problems = observed.spans.flatMap(({ name, attributes }) =>
      rules.flatMap((rule) => {
        const problem = rule(attributes, name);
        return problem === undefined ? [] : [`${name}: ${problem}`];
      }),
    );
    expect(observed.spans.length).toBeGreaterThan(100);
    expect(sorted(problems)).toEqual([]);
  });
});

it('a rule finds a call of a model, tokens beside a turn, and a missing session', () => {
  expect(isNoModelCall({ 'gen_ai.operation.name': 'chat' }, '')).toBeDefined();
  expect(isNoModelCall({ 'gen_ai.operation.name': 'execute_tool', 'gen_ai.request.model': 'm' }, '')).toBeDefined();
  expect(tokensOfTurnsAlone({ 'codex.span.type': 'thread', 'gen_ai.usage.input_tokens': 1 }, '')).toBeDefined();
  expect(has('session.id')({}, '')).toBeDefined();
  expect(isShortSession({ 'session.id': 'é' }, '')).toBeDefined();
});
