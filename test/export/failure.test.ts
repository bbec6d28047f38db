import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/export/failure.js';

const withCode = (code: unknown, message = 'said so') => Object.assign(new Error(message), { code });

describe('a failed export', () => {
  it.each([
    [withCode('ECONNREFUSED', ''), 'connection refused', true, false],
    [withCode('ENOTFOUND'), 'there is no such host', true, false],
    [withCode('ECONNRESET'), 'the connection was closed before an answer came', true, false],
    [new Error('Request timed out'), 'no answer in time', true, false],
    [new Error('Export failed with retryable status'), 'it kept answering 429, 502, 503 or 504', true, true],
    [withCode(400, 'Bad Request'), 'it answered 400 Bad Request', false, true],
    [withCode(418, ''), 'it answered 418', false, true],
    [withCode('HPE_INVALID_CONSTANT'), 'it does not speak HTTP (gRPC is not supported)', false, false],
    [withCode('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'), 'self-signed certificate', false, false],
    [new Error('Nothing to send'), 'Nothing to send', false, false],
    [undefined, 'unknown error', false, false],
  ])('is said in words, and whether it may pass: %s', (error, reason, isPassing, isAnswer) => {
    expect(failureOf(error)).toEqual({ reason, isPassing, isAnswer });
  });
});
