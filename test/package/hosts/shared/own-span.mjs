// A host with a span of its own and no set-up; run with `--import opentelemetry-instrumentation-codex/register`.
import process from 'node:process';
import { trace } from '@opentelemetry/api';
import { talk } from './client.cjs';

const tracer = trace.getTracer('the host');
await tracer.startActiveSpan('a request', (span) => talk(process.argv[2]).finally(() => span.end()));
