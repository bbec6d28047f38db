import { describe, expect, it } from 'vitest';
import { excerpt, printable, printableUrl } from '../../src/export/printable.js';

describe('printable text', () => {
  it.each([
    ['line\r\nbreaks\u{2028}and\ttabs', 'line breaks and tabs'],
    ['\u{1b}[31mred\u{1b}[0m', 'red'],
    ['\u{1b}]0;title\u{7}bell\u{9b}2J', 'bell'],
    ['right\u{202e}to left, zero\u{200b}width, half\u{d800}pair', 'right to left, zero width, half pair'],
    ['https://user:password@host:4318/path', 'https://host:4318/path'],
    ['http://user:p@ss:word@host', 'http://host'],
    ['at a@b.example, http://host', 'at a@b.example, http://host'],
  ])('has neither control characters nor passwords: %j', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('is cut after 200 characters where it is an excerpt', () => {
    expect(excerpt(` ${'x'.repeat(200)} `)).toBe('x'.repeat(200));
    expect(excerpt('y'.repeat(1_000_000))).toBe(`${'y'.repeat(200)}…`);
    expect(excerpt('😀'.repeat(150))).toBe(`${'😀'.repeat(100)}…`);
  });

  it('shows of a URL neither user, password nor query', () => {
    expect(printableUrl('https://user:secret@host:8443/v1/traces?key=secret#x')).toBe('https://host:8443/v1/traces');
  });
});
