import * as z from 'zod';
import { event, optionalText } from './fields.js';
import { toolBase } from './tool.js';

export const imageGeneration = event('codex_image_generation_event', 'An image was generated, or was not.', {
  ...toolBase,
  revised_prompt_present: z.boolean(),
  saved_path_present: z.boolean(),
  transparent_background: z.boolean().nullable(),
  generation_id: optionalText,
});
