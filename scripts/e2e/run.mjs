// The whole way with real parts: Codex, the Collector and Jaeger, on loopback. `npm run e2e` runs it.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkEventsToFile } from './check-events-to-file.mjs';
import { checkGateway } from './check-gateway.mjs';
import { checkHost } from './check-host.mjs';
import { checkPlainClient } from './check-plain-client.mjs';
import { startCollector } from './collector.mjs';
import { collectorBinary, jaegerBinary } from './components.mjs';
import { startJaeger } from './jaeger.mjs';
import { stopAll } from './processes.mjs';
import { Report } from './report.mjs';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

async function main(report, folder) {
  const say = (line) => console.log(line);
  await installExamples(say);
  const binaries = { collector: await collectorBinary(say), jaeger: await jaegerBinary(say) };
  const jaeger = await startJaeger(binaries.jaeger);
  const collector = await startCollector(binaries.collector, { folder, jaegerEndpoint: jaeger.otlpEndpoint });
  const setting = { report, folder, jaeger, collector, examples: EXAMPLES };
  await checkHost(setting);
  await checkPlainClient(setting);
  await checkGateway(setting);
  await checkEventsToFile(setting);
}

/** npm links the command only where it is built already, so that the link says whether all is there. */
async function installExamples(say) {
  if (existsSync(join(EXAMPLES, 'node_modules/.bin/codex-otel'))) return;
  say('Installing the examples, Codex among them (once)');
  await promisify(execFile)('npm', ['ci'], { cwd: EXAMPLES });
}

const report = new Report();
const folder = await mkdtemp(join(tmpdir(), 'codex-otel-e2e-'));
// Whatever a program leaves behind when it is made to end goes with the folder.
process.env.TMPDIR = folder;
const began = Date.now();

async function end() {
  await stopAll();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
function endAbruptly(error) {
  if (error instanceof Error) console.error(error.stack);
  void end().finally(() => process.exit(1));
}
for (const event of ['SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection']) process.once(event, endAbruptly);
// Whoever read the report is gone.
process.stdout.once('error', () => endAbruptly());

try {
  await main(report, folder);
} catch (error) {
  report.check('the run comes to its end', false, error.stack);
} finally {
  await end();
}
const seconds = ((Date.now() - began) / 1000).toFixed(1);
console.log(
  report.failures === 0 ? `\nAll promises kept, ${seconds} s.` : `\n${report.failures} failed, ${seconds} s.`,
);
process.exitCode = report.failures === 0 ? 0 : 1;
