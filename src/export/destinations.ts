import { getBooleanFromEnv, getStringFromEnv, getStringListFromEnv } from '@opentelemetry/core';
import { convertLegacyHttpOptions } from '@opentelemetry/otlp-exporter-base/node-http';
import { SCOPE_NAME, VERSION } from '../version.js';

export type Signal = 'traces' | 'logs' | 'metrics';

/** URL, headers, timeout, compression and TLS of a receiver. */
export type HttpConfiguration = ReturnType<typeof httpConfiguration>;

export interface OtlpDestination {
  readonly protocol: 'http/protobuf' | 'http/json';
  readonly http: HttpConfiguration;
}

/** Where one signal goes. */
export interface Destinations {
  /** Undefined: not by OTLP. */
  readonly otlp: OtlpDestination | undefined;
  /** To the terminal, as lines of OTLP/JSON. */
  readonly console: boolean;
}

export interface DestinationOptions {
  /** The receiver's base URL, from the command line: goes before the environment. */
  readonly endpoint?: string | undefined;
  /** Whether a signal goes by OTLP where neither an endpoint nor an exporter is named. */
  readonly isOtlpDefault: boolean;
}

/** Whether `OTEL_SDK_DISABLED` keeps everything from being sent. */
export function isDisabled(): boolean {
  return getBooleanFromEnv('OTEL_SDK_DISABLED');
}

export function destinationsOf(signal: Signal, { endpoint, isOtlpDefault }: DestinationOptions): Destinations {
  if (isDisabled()) return { otlp: undefined, console: false };
  const exporters = getStringListFromEnv(`OTEL_${signal.toUpperCase()}_EXPORTER`)?.map((name) => name.toLowerCase());
  const isAsked = isOtlpDefault || endpoint !== undefined || ofSignal(signal, 'ENDPOINT') !== undefined;
  return {
    otlp: (exporters?.includes('otlp') ?? isAsked) ? otlpDestination(signal, endpoint) : undefined,
    console: exporters?.includes('console') ?? false,
  };
}

function otlpDestination(signal: Signal, endpoint: string | undefined): OtlpDestination {
  const isJson = ofSignal(signal, 'PROTOCOL')?.trim().toLowerCase() === 'http/json';
  const contentType = isJson ? 'application/json' : 'application/x-protobuf';
  return {
    protocol: isJson ? 'http/json' : 'http/protobuf',
    http: httpConfiguration(signal, endpoint, contentType),
  };
}

/** Reads `OTEL_EXPORTER_OTLP_*`. The SDK's own exporters do it by this function, and it exports no other reader. */
function httpConfiguration(signal: Signal, endpoint: string | undefined, contentType: string) {
  const path = `v1/${signal}`;
  const url = endpoint === undefined ? {} : { url: withPath(endpoint, path) };
  const config = { ...url, userAgent: `${SCOPE_NAME}/${VERSION}` };
  // oxlint-disable-next-line typescript/no-deprecated
  return convertLegacyHttpOptions(config, signal.toUpperCase(), path, { 'content-type': contentType });
}

function withPath(endpoint: string, path: string): string {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  return url.href;
}

/** A signal's own variable goes before the one for all signals. */
function ofSignal(signal: Signal, setting: string): string | undefined {
  return (
    getStringFromEnv(`OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_${setting}`) ??
    getStringFromEnv(`OTEL_EXPORTER_OTLP_${setting}`)
  );
}
