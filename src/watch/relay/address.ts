import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { isIPv6, type ListenOptions, type NetConnectOpts } from 'node:net';

/** An address in the words of Codex: `unix://PATH`, or `ws://IP:PORT`. */
export type ServerAddress =
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'ws'; readonly host: string; readonly port: number };

/** The socket of the local daemon, which every `CODEX_HOME` has for itself. */
export function daemonSocket(home: string): string {
  return join(home, 'app-server-control', 'app-server-control.sock');
}

/** The folder of everything that Codex keeps. */
export function codexHome(env: NodeJS.ProcessEnv): string {
  return env['CODEX_HOME'] || join(env['HOME'] || homedir(), '.codex');
}

/** Reads an address. Undefined for one that no relay can stand before: `wss://`, `stdio://`, `off`, nonsense. */
export function readAddress(text: string, env: NodeJS.ProcessEnv): ServerAddress | undefined {
  const path = /^unix:\/\/(.*)$/.exec(text)?.[1];
  if (path !== undefined) return { kind: 'unix', path: path === '' ? daemonSocket(codexHome(env)) : resolve(path) };
  const [, host, port] = /^ws:\/\/(\[[\da-f:.]+\]|[\w.-]+):(\d{1,5})\/?$/i.exec(text) ?? [];
  if (host === undefined) return undefined;
  return { kind: 'ws', host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** The address in Codex's words. */
export function writeAddress(address: ServerAddress): string {
  if (address.kind === 'unix') return `unix://${address.path}`;
  return `ws://${hostAndPort(address)}`;
}

export function hostAndPort({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

export function listenOptions(address: ServerAddress): ListenOptions {
  return address.kind === 'unix' ? { path: address.path } : { host: address.host, port: address.port };
}

/** A server that listens on every address of the machine is reached on loopback. */
export function connectOptions(address: ServerAddress): NetConnectOpts {
  if (address.kind === 'unix') return { path: address.path };
  const { host, port } = address;
  return { host: host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host, port };
}
