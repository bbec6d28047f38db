import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, inject, it } from 'vitest';
import { snippetsOf } from '../docs/snippets.js';
import { promtool } from './components.js';

/** The alerts of docs/back-ends.md, as Prometheus itself reads and evaluates them. */

const run = promisify(execFile);
let tool: string;
let folder: string;

beforeAll(async () => {
  tool = await promtool((line) => console.log(line));
  folder = await mkdtemp(join(inject('folder'), 'rules-'));
  const rules = snippetsOf('docs/back-ends.md').filter(({ code }) => code.startsWith('groups:'));
  expect(rules).toHaveLength(1);
  await writeFile(join(folder, 'codex.yml'), rules[0]!.code);
}, 900_000);

it('the alert rules are valid', async () => {
  const { stdout } = await run(tool, ['check', 'rules', join(folder, 'codex.yml')]);
  expect(stdout).toContain('SUCCESS: 3 rules found');
});

/** A series as the Collector exports it: a sample a minute. */
const series = (name: string, labels: string, values: string) => `
      - series: '${name}{job="codex-otel",${labels}}'
        values: '${values}'`;

const REVIEW = 'codex_review_reviewer="user",codex_review_subject="command_execution"';
const GUARDIAN = 'codex_review_reviewer="guardian",codex_review_subject="file_change"';
const QUESTION = 'codex_user_input_kind="question"';

/** The alerts that fire after so many minutes. */
async function firing(
  input: string,
  minutes: number,
  expected: Readonly<Record<string, object | null>>,
): Promise<void> {
  const tests = Object.entries(expected).map(
    ([alert, labels]) => `
      - eval_time: ${minutes}m
        alertname: ${alert}
        exp_alerts: ${labels === null ? '[]' : JSON.stringify([labels])}`,
  );
  const file = join(folder, 'test.yml');
  await writeFile(
    file,
    `rule_files: [codex.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series:${input}
    alert_rule_test:${tests.join('')}
`,
  );
  await run(tool, ['test', 'rules', file]);
}

it('a review that a person has left for six minutes fires, and no guardian review does', async () => {
  const input = [
    series('codex_review_oldest_wait_seconds', REVIEW, '0+60x10'),
    series('codex_review_oldest_wait_seconds', GUARDIAN, '0+600x10'),
    series('codex_review_open', REVIEW, '1x10'),
  ].join('');
  await firing(input, 3, { CodexReviewWaits: null, CodexQuestionWaits: null, CodexReviewsPileUp: null });
  await firing(input, 6, {
    CodexReviewWaits: {
      exp_labels: { severity: 'warning', codex_review_subject: 'command_execution' },
      exp_annotations: {
        summary: 'A review of Codex waits for a person',
        description: 'A command_execution has waited 6m 0s for a decision.',
      },
    },
    CodexReviewsPileUp: null,
  });
});

it('a question that waits for six minutes fires, and none after its answer', async () => {
  const input = series('codex_user_input_oldest_wait_seconds', QUESTION, '0+60x6 0x3');
  await firing(input, 6, {
    CodexQuestionWaits: {
      exp_labels: { severity: 'warning', codex_user_input_kind: 'question' },
      exp_annotations: {
        summary: 'A question of Codex waits for a person',
        description: 'A question has waited 6m 0s for an answer.',
      },
    },
  });
  await firing(input, 8, { CodexQuestionWaits: null });
});

it('six reviews at once fire after two minutes', async () => {
  const input = series('codex_review_open', REVIEW, '6x10');
  await firing(input, 1, { CodexReviewsPileUp: null });
  await firing(input, 3, {
    CodexReviewsPileUp: {
      exp_labels: { severity: 'warning' },
      exp_annotations: { summary: '6 reviews of Codex wait at once' },
    },
  });
});
