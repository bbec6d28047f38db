import { describe, expect, it } from 'vitest';
import { failedAnswer, failedRequest } from '../../src/export/otlp/send-failure.js';

const withCode = (code: unknown, message = 'no luck') => Object.assign(new Error(message), { code });
const answer = (status: number) => ({ status, retryAfterMs: undefined, body: new Uint8Array() });

describe('a request without an answer', () => {
  it.each([
    [withCode('ECONNREFUSED', ''), 'connection refused', true],
    [withCode('ENOTFOUND'), 'there is no such host', true],
    [withCode('ECONNRESET'), 'the connection was closed before an answer came', true],
    [withCode('ETIMEDOUT'), 'no answer in time', true],
    [withCode('HPE_INVALID_CONSTANT'), 'it does not speak HTTP (gRPC is not supported)', false],
    [withCode('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'), 'self-signed certificate', false],
    [new Error('two\nlines \u{1b}[31mred'), 'two lines red', false],
  ])('has a reason in words and is retryable where the network failed: %s', (error, reason, isRetryable) => {
    expect(failedRequest(error)).toEqual({ isTaken: false, reason, isRetryable });
  });
});

describe('an answer other than success', () => {
  it.each([
    [429, 'it kept answering 429 Too Many Requests', true],
    [502, 'it kept answering 502 Bad Gateway', true],
    [503, 'it kept answering 503 Service Unavailable', true],
    [504, 'it kept answering 504 Gateway Timeout', true],
    [400, 'it answered 400 Bad Request', false],
    [500, 'it answered 500 Internal Server Error', false],
    [599, 'it answered 599', false],
  ])('%i has a reason in words and is retryable as the OTLP specification lists it', (status, reason, isRetryable) => {
    expect(failedAnswer(answer(status))).toMatchObject({ reason, status, isRetryable });
  });
});
