import * as z from 'zod';
import { count, event, optionalText, text } from './fields.js';
import { toolBase } from './tool.js';

export const commandExecution = event('codex_command_execution_event', 'A command ended.', {
  model_slug: optionalText,
  ...toolBase,
  plugin_id: optionalText,
  script_path: optionalText.meta({ description: 'Null always: it is part of a path.' }),
  command_execution_source: text.meta({
    description: '`agent`, `userShell`, `unifiedExecStartup` or `unifiedExecInteraction`, as the protocol has it.',
  }),
  exit_code: z.int().nullable(),
  command_total_action_count: count.nullable(),
  command_read_action_count: count.nullable(),
  command_list_files_action_count: count.nullable(),
  command_search_action_count: count.nullable(),
  command_unknown_action_count: count.nullable(),
});
