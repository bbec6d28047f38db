// Loaded before the server example: hooks of the host's own that do nothing but throw.
import { codex } from '../../../examples/server/telemetry.mjs';

const fail = () => {
  throw new Error('a hook of the host failed');
};
codex.setConfig({ spanEndHook: fail, eventHook: fail, isAppServerHook: fail });
