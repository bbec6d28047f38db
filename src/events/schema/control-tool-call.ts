import * as z from 'zod';
import { event } from './fields.js';
import { toolBase } from './tool.js';

/** Only rollouts have these calls: the wire has no item for them. */
export const controlToolCall = event('codex_control_tool_call_event', 'A tool that steers Codex itself was called.', {
  ...toolBase,
  success: z.boolean().nullable(),
});
