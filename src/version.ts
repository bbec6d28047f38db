/** The version of this package, and of the instrumentation scope it writes; a test holds it equal to package.json's. */
export const VERSION = '0.1.0';

/** The instrumentation scope of all traces, logs and metrics of this package: its name. */
export const SCOPE_NAME = 'opentelemetry-instrumentation-codex';
