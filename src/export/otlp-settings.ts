import { readFileSync } from 'node:fs';
import { choice, firstSet, integer, pairs, refuse, SettingError, text, type Environment } from './variables.js';

export type Signal = 'traces' | 'logs' | 'metrics';

/** Where and how one signal is sent by OTLP over HTTP. */
export interface OtlpSettings {
  /** With the signal's path. */
  readonly url: string;
  readonly protocol: 'http/protobuf' | 'http/json';
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds that one export may take, with the exporter's own retries. */
  readonly timeoutMs: number;
  readonly compression: 'none' | 'gzip';
  readonly tls: { readonly ca?: Buffer; readonly cert?: Buffer; readonly key?: Buffer };
}

const PROTOCOLS = ['http/protobuf', 'http/json'] as const;
const COMPRESSIONS = ['gzip', 'none'] as const;

/** The two variables of a setting: the signal's own goes before the one for all signals. */
function names(signal: Signal, setting: string): [string, string] {
  return [`OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_${setting}`, `OTEL_EXPORTER_OTLP_${setting}`];
}

/** Whether the environment says where this signal goes. */
export function hasEndpoint(env: Environment, signal: Signal): boolean {
  return firstSet(env, names(signal, 'ENDPOINT')) !== undefined;
}

/**
 * Reads `OTEL_EXPORTER_OTLP_*`, as the OpenTelemetry specification defines them; defaults are its own.
 *
 * @param endpoint the receiver's base URL, from the command line; it goes before the environment.
 */
export function otlpSettings(env: Environment, signal: Signal, endpoint?: string): OtlpSettings {
  return {
    url: endpoint === undefined ? urlOf(env, signal) : withPath(endpoint, signal, '--endpoint'),
    protocol: ofSignal(env, signal, 'PROTOCOL', (name) => protocolOf(env, name)) ?? 'http/protobuf',
    headers: { ...pairs(env, names(signal, 'HEADERS')[1]), ...pairs(env, names(signal, 'HEADERS')[0]) },
    timeoutMs: ofSignal(env, signal, 'TIMEOUT', (name) => integer(env, name, 1)) ?? 10_000,
    compression: ofSignal(env, signal, 'COMPRESSION', (name) => choice(env, name, COMPRESSIONS)) ?? 'none',
    tls: {
      ...file(env, signal, 'CERTIFICATE', 'ca'),
      ...file(env, signal, 'CLIENT_CERTIFICATE', 'cert'),
      ...file(env, signal, 'CLIENT_KEY', 'key'),
    },
  };
}

function ofSignal<T>(env: Environment, signal: Signal, setting: string, read: (name: string) => T): T | undefined {
  const name = firstSet(env, names(signal, setting));
  return name === undefined ? undefined : read(name);
}

function protocolOf(env: Environment, name: string): OtlpSettings['protocol'] | undefined {
  if (text(env, name) === 'grpc')
    refuse(name, 'grpc', 'use http/protobuf or http/json, which receivers usually take on port 4318');
  return choice(env, name, PROTOCOLS);
}

/** The signal's own endpoint is taken as it is, the general one is a base that the signal's path is added to. */
function urlOf(env: Environment, signal: Signal): string {
  const [own, general] = names(signal, 'ENDPOINT');
  const url = text(env, own);
  if (url !== undefined) return parsed(url, own).href;
  return withPath(text(env, general) ?? 'http://localhost:4318', signal, general);
}

function withPath(base: string, signal: Signal, name: string): string {
  const url = parsed(base, name);
  if (/\/v1\/(traces|logs|metrics)\/?$/.test(url.pathname))
    refuse(name, base, 'give the base URL, such as http://localhost:4318; the path of each signal is added to it');
  url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/${signal}`;
  return url.href;
}

function parsed(value: string, name: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    refuse(name, value, 'give an http:// or https:// URL, such as http://localhost:4318');
  return url;
}

/** The SDK would only warn of a certificate that cannot be read, and go on without it. */
function file(env: Environment, signal: Signal, setting: string, member: 'ca' | 'cert' | 'key'): OtlpSettings['tls'] {
  const name = firstSet(env, names(signal, setting));
  if (name === undefined) return {};
  const path = text(env, name) ?? '';
  try {
    return { [member]: readFileSync(path) };
  } catch (error) {
    throw new SettingError(`${name}=${path} cannot be read (${(error as Error).message}).`);
  }
}
