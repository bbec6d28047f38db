/**
 * Reads OTLP's protobuf by its field numbers, as opentelemetry-proto lists them, into the shape that OTLP/JSON has. Written
 * for the tests, so that what the SDK writes is not read by the SDK.
 */
type Kind = 'string' | 'hex' | 'fixed64' | 'varint' | 'double' | 'bool' | 'bytes' | Message;
/** Field number → its name in OTLP/JSON, how it is read, and whether it repeats. */
type Message = Readonly<Record<number, readonly [name: string, kind: Kind, repeated?: 'repeated']>>;

const anyValue: Record<number, readonly [string, Kind, 'repeated'?]> = {
  1: ['stringValue', 'string'],
  2: ['boolValue', 'bool'],
  3: ['intValue', 'varint'],
  4: ['doubleValue', 'double'],
  7: ['bytesValue', 'bytes'],
};
const keyValue: Message = { 1: ['key', 'string'], 2: ['value', anyValue] };
anyValue[5] = ['arrayValue', { 1: ['values', anyValue, 'repeated'] }];
anyValue[6] = ['kvlistValue', { 1: ['values', keyValue, 'repeated'] }];

const resource: Message = { 1: ['attributes', keyValue, 'repeated'] };
const scope: Message = { 1: ['name', 'string'], 2: ['version', 'string'] };
const span: Message = {
  1: ['traceId', 'hex'],
  2: ['spanId', 'hex'],
  3: ['traceState', 'string'],
  4: ['parentSpanId', 'hex'],
  5: ['name', 'string'],
  6: ['kind', 'varint'],
  7: ['startTimeUnixNano', 'fixed64'],
  8: ['endTimeUnixNano', 'fixed64'],
  9: ['attributes', keyValue, 'repeated'],
  13: ['links', { 1: ['traceId', 'hex'], 2: ['spanId', 'hex'] }, 'repeated'],
  15: ['status', { 2: ['message', 'string'], 3: ['code', 'varint'] }],
};
const logRecord: Message = {
  1: ['timeUnixNano', 'fixed64'],
  2: ['severityNumber', 'varint'],
  3: ['severityText', 'string'],
  5: ['body', anyValue],
  6: ['attributes', keyValue, 'repeated'],
  9: ['traceId', 'hex'],
  10: ['spanId', 'hex'],
  11: ['observedTimeUnixNano', 'fixed64'],
  12: ['eventName', 'string'],
};
const scoped = (name: string, item: Message): Message => ({
  1: ['scope', scope],
  2: [name, item, 'repeated'],
  3: ['schemaUrl', 'string'],
});

const requests: Readonly<Record<string, Message>> = {
  '/v1/traces': {
    1: [
      'resourceSpans',
      { 1: ['resource', resource], 2: ['scopeSpans', scoped('spans', span), 'repeated'] },
      'repeated',
    ],
  },
  '/v1/logs': {
    1: [
      'resourceLogs',
      { 1: ['resource', resource], 2: ['scopeLogs', scoped('logRecords', logRecord), 'repeated'] },
      'repeated',
    ],
  },
};

/** A request for spans or log records as OTLP/JSON has it; nothing of other signals. */
export function decodeRequest(path: string, bytes: Buffer): unknown {
  return decode(bytes, requests[path] ?? {});
}

function decode(bytes: Buffer, message: Message): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const reader = { bytes, at: 0 };
  while (reader.at < bytes.length) {
    const tag = Number(varint(reader));
    const raw = value(reader, tag & 7);
    const [name, kind, repeated] = message[tag >> 3] ?? [];
    if (name === undefined || kind === undefined) continue;
    const read = interpret(raw, kind);
    if (repeated === undefined) found[name] = read;
    else ((found[name] ??= []) as unknown[]).push(read);
  }
  return found;
}

interface Reader {
  readonly bytes: Buffer;
  at: number;
}

function varint(reader: Reader): bigint {
  let result = 0n;
  for (let shift = 0n; ; shift += 7n) {
    const byte = reader.bytes[reader.at++]!;
    result |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return result;
  }
}

function value(reader: Reader, wireType: number): bigint | Buffer {
  if (wireType === 0) return varint(reader);
  const length = wireType === 1 ? 8 : wireType === 5 ? 4 : Number(varint(reader));
  reader.at += length;
  return reader.bytes.subarray(reader.at - length, reader.at);
}

function interpret(raw: bigint | Buffer, kind: Kind): unknown {
  if (typeof raw === 'bigint') return kind === 'bool' ? raw === 1n : Number(BigInt.asIntN(64, raw));
  if (kind === 'fixed64') return raw.readBigUInt64LE().toString();
  if (kind === 'double') return raw.readDoubleLE();
  if (kind === 'string') return raw.toString('utf8');
  if (kind === 'hex') return raw.toString('hex');
  return typeof kind === 'object' ? decode(raw, kind) : raw;
}
