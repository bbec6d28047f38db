import { stripVTControlCharacters } from 'node:util';

/** Characters of a receiver's answer that are shown. */
const EXCERPT = 200;

/**
 * Text that is safe within one line of a terminal: without escape codes, control and format characters, line breaks, and
 * the user and password of a URL.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\/\/[^/\s]*@/g, '//')
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** The beginning of a foreign text, {@link printable}. */
export function excerpt(text: string): string {
  const line = printable(text.slice(0, 10 * EXCERPT)).trim();
  return line.length <= EXCERPT ? line : `${printable(line.slice(0, EXCERPT)).trim()}…`;
}

/** A URL without what may be secret in it: user, password and query. */
export function printableUrl(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return printable(`${protocol}//${host}${pathname}`);
}
