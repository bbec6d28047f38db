// Loaded before the server example: the same server, and nobody observes its Codex.
import { codex } from '../../../examples/server/telemetry.mjs';

codex.disable();
