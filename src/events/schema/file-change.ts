import { count, event } from './fields.js';
import { toolBase } from './tool.js';

export const fileChange = event('codex_file_change_event', 'A patch was applied, or was not.', {
  ...toolBase,
  file_change_count: count,
  file_add_count: count,
  file_update_count: count,
  file_delete_count: count,
  file_move_count: count.meta({ description: 'Updates that move their file; none of them counts as an update.' }),
});
