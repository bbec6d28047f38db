import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { context, ROOT_CONTEXT, trace, type Context, type SpanContext } from '@opentelemetry/api';
import { talk } from './client.js';
import { conversation, methodOf, wireFile } from './conversation.js';
import { CODEX } from './host.js';

/** An app-server that has opened a thread and then writes back what it reads: the bytes that arrive are its output. */

const PLAIN = '0.169.0/plain-turn';
export const recorded = conversation(PLAIN);
/** The index of the recorded `turn/start`. */
export const asked = recorded.findIndex((step) => methodOf(step) === 'turn/start');
export const threadId = /"threadId":"([^"]*)"/.exec(recorded[asked]!.text)![1]!;
export const turnStart = `{"method":"turn/start","id":7,"params":{"threadId":"${threadId}","input":[]}}\n`;

/** The host's active span, and the member that carries it. */
export const HOST: SpanContext = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  traceFlags: 1,
};
export const HOST_TRACE = `,"trace":{"traceparent":"00-${HOST.traceId}-${HOST.spanId}-01"}`;
export const hostContext = trace.setSpanContext(ROOT_CONTEXT, HOST);
export const under = (parent: Context, step: () => Promise<string>) => context.with(parent, step);

/** The server before the host has opened the thread. */
export const spawnServer = () =>
  spawn(CODEX, ['app-server'], {
    env: { ...process.env, FAKE_CODEX_RECORDING: wireFile(PLAIN), FAKE_CODEX_LINES: String(asked + 1) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });

/** The server once the host has opened the thread. */
export async function openThread(): Promise<ChildProcess> {
  const child = spawnServer();
  await talk(child, recorded.slice(0, asked), false);
  child.stdout.removeAllListeners('data');
  return child;
}

/** The bytes that arrive at the server. */
export async function arrived(child: ChildProcess, write: () => unknown): Promise<string> {
  let heard = '';
  child.stdout!.on('data', (chunk: string) => (heard += chunk));
  await write();
  child.stdin!.end();
  await once(child, 'close');
  return heard;
}

export const sent = async (child: ChildProcess, ...chunks: (string | Buffer)[]) =>
  arrived(child, () => {
    for (const chunk of chunks) child.stdin!.write(chunk);
  });
