import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/rollout/turn/outcome.js';

const rejected = (words: string) => `exec_command failed: CreateProcess { message: "Rejected(\\"${words}\\")" }`;

describe('outcomeOf', () => {
  it.each([
    [rejected('rejected by user'), 'declined'],
    [
      'exec_command failed for `/bin/bash -lc \'ls\'`: CreateProcess { message: "Rejected(\\"rejected by user\\")" }',
      'declined',
    ],
    [rejected('This action was rejected due to unacceptable risk.\\\\nReason: x'), 'declined'],
    [rejected('Automatic approval review failed: no JSON'), 'declined'],
    [rejected('approval request failed'), 'unasked'],
    [rejected('The automatic permission approval review did not finish before its deadline. Do'), 'unasked'],
    [rejected('no'), 'stopped'],
    ['approval policy is Never; reject command', 'stopped'],
    ['Command blocked by PreToolUse hook: no', 'stopped'],
    ['unsupported call: x', 'stopped'],
    ['failed to parse function arguments: x', 'stopped'],
    ['apply_patch verification failed: x', 'stopped'],
    ['aborted by user after 0.1s', 'aborted'],
    ['Wall time: 0.4 seconds\naborted by user', 'aborted'],
    ['Chunk ID: a\nWall time: 0.0 seconds\nProcess exited with code 0\nOutput:\nx', 'exited'],
    ['Chunk ID: a\nWall time: 0.0 seconds\nProcess exited with code 127\nOutput:\nx', 'exited badly'],
    ['Chunk ID: a\nWall time: 0.3 seconds\nProcess running with session ID 5\nOutput:\n', 'running'],
    ['{"goal":{}}', 'succeeded'],
    ['anything else', 'other'],
    [null, 'other'],
  ])('reads %j as %s', (output, outcome) => {
    expect(outcomeOf(output)).toBe(outcome);
  });

  it('reads the first part of an output of several parts', () => {
    expect(outcomeOf([{ type: 'input_text', text: 'Script completed\nWall time 0.7 seconds\n' }])).toBe('succeeded');
    expect(outcomeOf([{ type: 'input_text', text: 'Script failed\nWall time 0.0 seconds\n' }])).toBe('failed');
    expect(outcomeOf([{ type: 'input_image', image_url: 'data:' }])).toBe('succeeded');
    expect(outcomeOf([])).toBe('other');
  });

  it('ignores the same words in the output of a command', () => {
    expect(outcomeOf('Chunk ID: a\nProcess exited with code 0\nOutput:\naborted by user')).toBe('exited');
    expect(outcomeOf('looks like Rejected("rejected by user")')).toBe('other');
  });
});
