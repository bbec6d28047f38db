// A host that sets OpenTelemetry up in its own code; run with `--import opentelemetry-instrumentation-codex/register`.
import './telemetry.cjs';
import './app.mjs';
