import * as z from 'zod';
import { event, optionalText, text } from './fields.js';

const appInTurn = {
  connector_id: optionalText,
  thread_id: text,
  turn_id: text,
  app_name: optionalText,
  product_client_id: optionalText,
  invoke_type: z
    .enum(['explicit', 'implicit'])
    .nullable()
    .meta({ description: '`explicit` where the turn mentioned the app.' }),
  model_slug: optionalText,
};

export const appMentioned = event('codex_app_mentioned', 'A turn mentioned a hosted app.', appInTurn);

/** Codex analytics: once a turn and app. */
export const appUsed = event('codex_app_used', 'A turn used a hosted app for the first time.', appInTurn);
