/** A span as it left, whatever the encoding was. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: number;
  readonly start: string;
  readonly end: string;
  readonly status: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly scope: string;
  readonly service: unknown;
}

/** An analytics event as it left in a log record. */
export interface ReceivedEvent {
  readonly eventName: string;
  readonly time: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly scope: string;
  readonly service: unknown;
}

interface AnyValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
  readonly arrayValue?: { readonly values?: readonly AnyValue[] };
  readonly kvlistValue?: { readonly values?: readonly KeyValue[] };
}
interface KeyValue {
  readonly key: string;
  readonly value?: AnyValue;
}
interface Scoped<Item> {
  readonly scope: { readonly name: string; readonly version: string };
  readonly schemaUrl: string;
  readonly items: readonly Item[];
}
type Item = Readonly<Partial<Record<'traceId' | 'spanId' | 'parentSpanId' | 'name' | 'eventName', string>>> & {
  readonly startTimeUnixNano?: string;
  readonly endTimeUnixNano?: string;
  readonly timeUnixNano?: string;
  readonly attributes?: readonly KeyValue[];
  readonly body?: AnyValue;
  readonly status?: { readonly code?: number };
  readonly kind?: number;
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
};

/** The spans of an `ExportTraceServiceRequest` in the shape of OTLP/JSON. */
export function spansOf(request: unknown): ReceivedSpan[] {
  return itemsOf(request, 'resourceSpans', 'scopeSpans', 'spans').map(({ item, scope, service }) => ({
    traceId: item.traceId ?? '',
    spanId: item.spanId ?? '',
    parentSpanId: item.parentSpanId || null,
    name: item.name ?? '',
    kind: item.kind ?? 0,
    start: item.startTimeUnixNano ?? '',
    end: item.endTimeUnixNano ?? '',
    status: item.status?.code ?? 0,
    attributes: plainMap(item.attributes),
    links: (item.links ?? []).map(({ traceId, spanId }) => ({ traceId, spanId })),
    scope,
    service,
  }));
}

/** The events of an `ExportLogsServiceRequest` in the shape of OTLP/JSON. */
export function eventsOf(request: unknown): ReceivedEvent[] {
  return itemsOf(request, 'resourceLogs', 'scopeLogs', 'logRecords').map(({ item, scope, service }) => ({
    eventName: item.eventName ?? '',
    time: item.timeUnixNano ?? '',
    traceId: item.traceId ?? '',
    spanId: item.spanId ?? '',
    attributes: plainMap(item.attributes),
    body: plain(item.body ?? {}),
    scope,
    service,
  }));
}

function itemsOf(request: unknown, resources: string, scopes: string, items: string) {
  const groups = (request as Record<string, Record<string, unknown>[] | undefined>)[resources] ?? [];
  return groups.flatMap((group) => {
    const { attributes } = group['resource'] as { attributes?: readonly KeyValue[] };
    const service = plainMap(attributes)['service.name'];
    return (group[scopes] as (Scoped<Item> & Record<string, unknown>)[]).flatMap(({ scope, ...rest }) =>
      (rest[items] as Item[]).map((item) => ({ item, scope: `${scope.name}@${scope.version}`, service })),
    );
  });
}

function plainMap(attributes: readonly KeyValue[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value ?? {})]));
}

function plain(value: AnyValue): unknown {
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(plain);
  if (value.kvlistValue) return plainMap(value.kvlistValue.values);
  if (value.intValue !== undefined) return Number(value.intValue);
  return value.stringValue ?? value.boolValue ?? value.doubleValue ?? null;
}
