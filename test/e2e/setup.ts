import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { EXAMPLES } from './codex.js';
import { startCollector, type CollectorAddress } from './collector.js';
import { collectorBinary, jaegerBinary } from './components.js';
import { startJaeger, type JaegerAddress } from './jaeger.js';
import { atAnyEnd } from './processes.js';

declare module 'vitest' {
  interface ProvidedContext {
    jaeger: JaegerAddress;
    collector: CollectorAddress;
    /** For a Collector of a test's own, which it may stop. */
    collectorBinary: string;
    /** Goes with everything in it when all is over. */
    folder: string;
  }
}

/** Jaeger and a Collector before it, for all tests; and the examples as `npm ci` makes them. */
export default async function setup(project: TestProject) {
  const say = (line: string) => console.log(line);
  await installExamples(say);
  const binaries = { collector: await collectorBinary(say), jaeger: await jaegerBinary(say) };
  const folder = await mkdtemp(join(tmpdir(), 'codex-otel-e2e-'));
  // Whatever a program leaves behind when it is made to end goes with the folder.
  process.env['TMPDIR'] = folder;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

  const { process: jaegerProcess, ...jaeger } = await startJaeger(binaries.jaeger);
  const { process: collectorProcess, ...collector } = await startCollector(binaries.collector, {
    file: join(folder, 'events.jsonl'),
    jaegerEndpoint: jaeger.otlp,
  });
  project.provide('jaeger', jaeger);
  project.provide('collector', collector);
  project.provide('collectorBinary', binaries.collector);
  project.provide('folder', folder);
  // After those that write into it.
  atAnyEnd(remove);
  return async () => {
    await collectorProcess.stop();
    await jaegerProcess.stop();
    remove();
  };
}

/** npm links the command only where it is built already, so that the link says whether all is there. */
async function installExamples(say: (line: string) => void): Promise<void> {
  if (existsSync(join(EXAMPLES, 'node_modules/.bin/codex-otel'))) return;
  say('Installing the examples, Codex among them (once)');
  await promisify(execFile)('npm', ['ci'], { cwd: EXAMPLES });
}
