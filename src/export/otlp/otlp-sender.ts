import { diag } from '@opentelemetry/api';
import {
  JsonLogsSerializer,
  JsonMetricsSerializer,
  JsonTraceSerializer,
  ProtobufLogsSerializer,
  ProtobufMetricsSerializer,
  ProtobufTraceSerializer,
  type ISerializer,
} from '@opentelemetry/otlp-transformer';
import type { OtlpDestination } from '../destinations.js';
import { excerpt, printableUrl } from '../printable.js';
import type { Sender, SendResult, Taken } from '../queue/sender.js';
import { HttpClient } from './http-client.js';
import { failedAnswer, failedRequest } from './send-failure.js';

/** The fields of an `Export…ServiceResponse` that report items refused by the receiver. A 64-bit number is a string in OTLP/JSON. */
interface ServiceResponse {
  readonly partialSuccess?: {
    readonly rejectedSpans?: number | string;
    readonly rejectedLogRecords?: number | string;
    readonly rejectedDataPoints?: number | string;
    readonly errorMessage?: string;
  };
}

export type Serializers<Request> = Readonly<Record<OtlpDestination['protocol'], ISerializer<Request, ServiceResponse>>>;

const serializers = <Request>(
  json: ISerializer<Request, object>,
  protobuf: ISerializer<Request, object>,
): Serializers<Request> => ({ 'http/json': json, 'http/protobuf': protobuf });

export const TRACES = serializers(JsonTraceSerializer, ProtobufTraceSerializer);
export const LOGS = serializers(JsonLogsSerializer, ProtobufLogsSerializer);
export const METRICS = serializers(JsonMetricsSerializer, ProtobufMetricsSerializer);

/** Sends requests by OTLP over HTTP. */
export function otlpSender<Request>(
  { protocol, http }: OtlpDestination,
  { [protocol]: serializer }: Serializers<Request>,
): Sender<Request> {
  const client = new HttpClient(http);
  const attempt = async (request: Request, signal: AbortSignal, onSending?: () => void): Promise<SendResult> => {
    try {
      const bytes = serializer.serializeRequest(request) ?? new Uint8Array();
      const reply = await client.post(bytes, signal, onSending);
      if (reply.status >= 200 && reply.status < 300) return taken(serializer, reply.body);
      diag.info(`answer ${reply.status}: ${excerpt(Buffer.from(reply.body).toString())}`);
      return failedAnswer(reply);
    } catch (error) {
      return failedRequest(error);
    }
  };
  return {
    async send(...request) {
      const result = await attempt(...request);
      if (!result.isTaken) diag.warn(`${printableUrl(http.url)}: ${result.reason}`);
      return result;
    },
    close: () => client.close(),
  };
}

/** A response that cannot be read does not make the request fail: its status is success. */
function taken(serializer: ISerializer<never, ServiceResponse>, body: Uint8Array): Taken {
  try {
    const { rejectedSpans, rejectedLogRecords, rejectedDataPoints, errorMessage } =
      serializer.deserializeResponse(body).partialSuccess ?? {};
    const count = Number(rejectedSpans ?? rejectedLogRecords ?? rejectedDataPoints ?? 0);
    if (!(count > 0)) return { isTaken: true };
    return { isTaken: true, rejected: { count, reason: excerpt(errorMessage ?? '') || 'it does not say why' } };
  } catch {
    return { isTaken: true };
  }
}
