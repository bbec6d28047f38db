// A host without a line of telemetry; run with `--import opentelemetry-instrumentation-codex/register`.
import process from 'node:process';
import { talk } from './client.cjs';

await talk(process.argv[2]);
process.stdout.write('the host is done\n');
