/**
 * Canonical JSON as RFC 8785 defines it, written from the RFC and sharing nothing with `canonical-json`: a second opinion
 * for tests. Throws for what has no canonical JSON.
 */
export function rfc8785(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numeral(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(rfc8785).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no JSON: ${typeof value}`);
  const members = Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b));
  return `{${members.map(([key, member]) => `${quoted(key)}:${rfc8785(member)}`).join(',')}}`;
}

/** Section 3.2.2.3: as ECMAScript prints numbers. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('no JSON: not finite');
  return Object.is(value, -0) ? '0' : String(value);
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/** Section 3.2.2.2: control characters, quotes and backslashes are escaped, and nothing else is. */
function quoted(value: string): string {
  let text = '"';
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) throw new TypeError('no JSON: lone surrogate');
    text += SHORT[character] ?? (code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : character);
  }
  return `${text}"`;
}

/** Section 3.2.3: keys are ordered by their UTF-16 code units. */
function byCodeUnits(a: string, b: string): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = a.charCodeAt(index) - b.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
