import * as z from 'zod';
import { count, event, optionalText, text } from './fields.js';
import { toolBase } from './tool.js';

export const collabAgentToolCall = event(
  'codex_collab_agent_tool_call_event',
  'An agent was spawned, waited for, written to or closed.',
  {
    ...toolBase,
    sender_thread_id: text,
    receiver_thread_count: count,
    receiver_thread_ids: z.array(text),
    requested_model: optionalText,
    requested_reasoning_effort: optionalText,
    agent_state_count: count,
    completed_agent_count: count,
    failed_agent_count: count.meta({ description: 'Agents that erred, were shut down or were not found.' }),
  },
);
