import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { destinationsOf, isDisabled } from '../../export/destinations.js';
import { unsupportedVariables } from '../../export/otel-env.js';
import { LOGS, sendersOf, TRACES } from '../../export/otlp/senders.js';
import { printableUrl } from '../../export/printable.js';
import { note, ok, PATIENCE_MS, wrong, type Finding } from './finding.js';

/** The variables that cannot be followed, the packages of the project in this folder, and whether the receivers answer. */
export async function telemetryFindings(
  env: NodeJS.ProcessEnv,
  endpoint: string | undefined,
  output: Writable,
): Promise<Finding[]> {
  const variables = unsupportedVariables(env).map(({ message }) => wrong(message));
  return [...variables, ...packageFindings(process.cwd()), ...(await receiverFindings(endpoint, output))];
}

const PACKAGES = ['api', 'sdk-node', 'sdk-trace-node', 'sdk-trace-base', 'sdk-trace'].map(
  (name) => `@opentelemetry/${name}`,
);

/** The OpenTelemetry packages that a host in this folder would get, and whether they fit each other. */
function packageFindings(folder: string): Finding[] {
  const found = PACKAGES.flatMap((name) => {
    const version = versionOf(name, folder);
    return version === undefined ? [] : [{ name, version }];
  });
  const api = found.find(({ name }) => name === '@opentelemetry/api')?.version;
  if (api === undefined)
    return [note('No OpenTelemetry is installed for a host in this folder; the command has its own.')];
  const list = found.map(({ name, version }) => `${name} ${version}`).join(', ');
  const sdk = found.find(({ name }) => /sdk-trace/.test(name))?.version;
  const line = sdk === undefined ? undefined : Number(sdk.split('.')[0]);
  if (line === 2 && Number(api.split('.')[1]) >= 10)
    return [wrong(`${list}: SDK 2.x needs @opentelemetry/api below 1.10.`)];
  if (line === 3 && Number(api.split('.')[1]) < 10)
    return [wrong(`${list}: SDK 3.x needs @opentelemetry/api 1.10 or newer.`)];
  return [
    ok(
      `${list}${line === undefined ? '' : ` (SDK ${line}.x)`}: a host in this folder can register CodexInstrumentation.`,
    ),
  ];
}

function versionOf(name: string, folder: string): string | undefined {
  for (const place of createRequire(path.join(folder, 'index.js')).resolve.paths(name) ?? []) {
    try {
      const file = readFileSync(path.join(place, name, 'package.json'), 'utf8');
      return (JSON.parse(file) as { readonly version?: string }).version;
    } catch {
      // It is not there.
    }
  }
  return undefined;
}

/** Sends each receiver a request without spans or log records. */
async function receiverFindings(endpoint: string | undefined, output: Writable): Promise<Finding[]> {
  if (isDisabled()) return [wrong('OTEL_SDK_DISABLED is true: nothing is sent.')];
  const ask = async (signal: 'traces' | 'logs', serializers: typeof TRACES | typeof LOGS): Promise<Finding> => {
    const noun = signal === 'traces' ? 'Spans' : 'Events';
    const { otlp, console } = destinationsOf(signal, { endpoint, isOtlpDefault: true });
    if (otlp === undefined)
      return note(`${noun} are ${console ? 'printed' : 'not sent'}: OTEL_${signal.toUpperCase()}_EXPORTER says so.`);
    const [sender] = sendersOf({ otlp, console: false }, serializers as typeof TRACES, output, PATIENCE_MS);
    const result = await sender?.send([], AbortSignal.timeout(PATIENCE_MS));
    sender?.close();
    const url = printableUrl(otlp.http.url);
    if (result?.isTaken) return ok(`${noun} go to ${url}, which takes them.`);
    return wrong(`${noun} go to ${url}, which does not take them: ${result?.reason ?? 'no answer'}.`);
  };
  return [await ask('traces', TRACES), await ask('logs', LOGS)];
}
