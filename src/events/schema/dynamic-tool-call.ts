import * as z from 'zod';
import { count, event, text } from './fields.js';
import { toolBase } from './tool.js';

const outputCount = count.nullable().meta({ description: 'Null where the call has no output items at all.' });

export const dynamicToolCall = event('codex_dynamic_tool_call_event', 'A tool of the client was called.', {
  ...toolBase,
  dynamic_tool_name: text,
  success: z.boolean().nullable(),
  output_content_item_count: outputCount,
  output_text_item_count: outputCount,
  output_image_item_count: outputCount,
  output_audio_item_count: outputCount,
});
