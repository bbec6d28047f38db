// Loaded before a host: OpenTelemetry's set-up with the handler of SIGTERM that its documentation has.
import { stopTelemetry } from '../../../examples/server/telemetry.mjs';

process.on('SIGTERM', () => {
  stopTelemetry().finally(() => process.exit(0));
});
