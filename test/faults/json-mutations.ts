/** A change of one member of a message, which stays JSON. */
export interface JsonMutation {
  readonly kind: 'odd value' | 'lose a member' | 'odd time' | 'nest deeply';
  readonly part: number;
  readonly choice: number;
}

/** Values that stand where another kind of value is expected. */
const ODD: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e300,
  2 ** 53,
  '',
  '7',
  'constructor',
  '__proto__',
  'odd\u0000\ud800"\n',
  '\u{1f600}'.repeat(3_000),
  [],
  {},
  [null],
  [[]],
  { a: 1 },
  { __proto__: null, toString: 1, then: 1 },
  Array.from({ length: 300 }, (_, index) => index),
];

/** Where a time is expected: other units, before all times, beyond them, no number. */
const ODD_TIMES: readonly ((time: number) => unknown)[] = [
  (time) => time / 1_000,
  (time) => time * 1_000,
  (time) => -time,
  (time) => String(time),
  (time) => new Date(time || 0).toISOString(),
  (time) => time + 0.123_456,
  (time) => time - 3_600_000,
  (time) => time + 3_600_000,
  () => 0,
  () => Number.MAX_VALUE,
  () => null,
];

/** As many as a stack can not hold. */
const DEPTH = 20_000;
/** JSON writes a nested value recursively, so that its text is put in place of this. */
const NESTED = '\u0001nested\u0001';

/** The line with one member changed. A line that is no JSON object stays as it is. */
export function changedJson(bytes: Buffer, { kind, part, choice }: JsonMutation): Buffer {
  const message = objectOf(bytes);
  if (message === undefined) return bytes;
  const places: Place[] = [];
  collect(message, places, kind === 'odd time' ? isTime : () => true);
  const place = places[part % places.length];
  if (place === undefined) return bytes;
  const { holder, key } = place;
  if (kind === 'lose a member') Reflect.deleteProperty(holder, key);
  else if (kind === 'odd time') holder[key] = ODD_TIMES[choice % ODD_TIMES.length]!(Number(holder[key]));
  else if (kind === 'odd value') holder[key] = ODD[choice % ODD.length];
  else holder[key] = NESTED;
  const text = textOf(message);
  if (text === undefined) return bytes;
  return Buffer.from(kind === 'nest deeply' ? text.replace(JSON.stringify(NESTED), () => nested(choice)) : text);
}

/** Undefined for a message that an earlier mutation nested too deeply to be written again. */
function textOf(message: object): string | undefined {
  try {
    return JSON.stringify(message);
  } catch {
    return undefined;
  }
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function objectOf(bytes: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(String(bytes));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Every member of the value, and of what is in it, that fits. */
function collect(value: object, places: Place[], fits: (value: unknown) => boolean): void {
  const waiting: object[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const [key, member] of Object.entries(next)) {
      if (fits(member)) places.push({ holder: next as Record<string, unknown>, key });
      if (typeof member === 'object' && member !== null) waiting.push(member as object);
    }
}

/** Seconds or milliseconds since 1970, of this century. */
const isTime = (value: unknown) => typeof value === 'number' && value > 1e9 && value < 1e14;

function nested(choice: number): string {
  const depth = 1 + (choice % DEPTH);
  const [open, close] = choice % 2 === 0 ? ['[', ']'] : ['{"a":', '}'];
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
}
