import * as z from 'zod';
import { count, event } from './fields.js';
import { toolBase } from './tool.js';

export const webSearch = event('codex_web_search_event', 'The web was searched.', {
  ...toolBase,
  web_search_action: z.enum(['search', 'open_page', 'find_in_page', 'other']).nullable(),
  query_present: z.boolean(),
  query_count: count.nullable(),
});
