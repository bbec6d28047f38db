import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How much of a process's output is kept, for the moment it fails. */
const KEPT_OUTPUT = 16_384;

/** What was started and must end, in the order of its start. */
const running = [];
let isOver = false;

/** The environment without what would change the run: variables of OpenTelemetry and Codex that the developer has set. */
const environment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(OTEL|CODEX)_/.test(name)));

/**
 * Starts a process in a group of its own, so that what it starts itself ends with it.
 *
 * @param {{ cwd?: string, env?: object }} options `env` comes on top of the run's own environment
 * @returns {{ name: string, output: () => string, hasEnded: () => boolean, stop: () => Promise<number | null> }}
 */
export function start(name, [file, ...args], { cwd, env } = {}) {
  if (isOver) throw new Error(`The run is over: ${name} does not start.`);
  const child = spawn(file, args, {
    cwd,
    env: { ...environment(), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-KEPT_OUTPUT)));
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve((output += error.message)));
    child.once('close', resolve);
  });
  const process_ = {
    name,
    output: () => output,
    hasEnded: () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null,
    /** Asks it to end, makes it end, and resolves with its exit code (null where it was made to). */
    async stop() {
      if (!process_.hasEnded()) child.kill('SIGTERM');
      await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
      if (child.pid !== undefined) killGroup(child);
      await ended;
      return child.exitCode;
    },
  };
  running.push(process_);
  return process_;
}

/** Nobody left in the group is what was wanted. */
function killGroup({ pid }) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends everything that was started, the last first; nothing starts any more. */
export async function stopAll() {
  isOver = true;
  for (const process_ of running.splice(0).reverse()) await process_.stop();
}

/** Runs a program that ends by itself; resolves with what it printed. An error where it fails. */
export async function finish(name, command, options) {
  const process_ = start(name, command, options);
  await eventually(`the end of ${name}`, async () => process_.hasEnded() || undefined, { timeoutMs: 60_000 });
  const exitCode = await process_.stop();
  if (exitCode !== 0) throw new Error(`${name} failed (${exitCode}):\n${process_.output()}`);
  return process_.output();
}

/**
 * Asks again and again until there is an answer; a process that ended meanwhile, or the time limit, is an error.
 *
 * @template T
 * @param {string} what is waited for, in words
 * @param {() => Promise<T | undefined>} ask may throw: that is no answer yet
 */
export async function eventually(what, ask, { process: process_, timeoutMs = 30_000 } = {}) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    let reason = '';
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      reason = ` (${error.message})`;
    }
    if (process_?.hasEnded())
      throw new Error(`${process_.name} ended while waiting for ${what}:\n${process_.output()}`);
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}${reason}`);
    await sleep(100);
  }
}

/** Ports of loopback that nobody has now, all different. */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
