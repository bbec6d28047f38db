import * as z from 'zod';
import { optionalText, text } from './fields.js';

/** Codex analytics: the one event whose subject stands beside its parameters. */
export const skillInvocation = z
  .strictObject({
    event_type: z.literal('skill_invocation'),
    skill_id: optionalText.meta({ description: 'Null always: in Codex it is a hash of a path.' }),
    skill_name: optionalText.meta({
      description: 'Null where neither a client named the skill nor Codex ships it: then its name is part of a path.',
    }),
    event_params: z.strictObject({
      product_client_id: optionalText,
      skill_scope: z.enum(['user', 'repo', 'system', 'admin']).nullable(),
      plugin_id: optionalText,
      thread_id: text,
      turn_id: text,
      invoke_type: z
        .enum(['explicit', 'implicit'])
        .meta({ description: '`explicit` where the client named the skill, `implicit` where a command read it.' }),
      model_slug: optionalText,
    }),
  })
  .meta({ title: 'skill_invocation', description: 'A turn used a skill.' });
