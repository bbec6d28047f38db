import type { InputItem } from '../../../protocol/schema/items.js';
import { recordNamedSkill } from '../../items/skills.js';
import type { Turn } from '../../state.js';

/** The number of images among a turn's or a steer's input. */
export const countImages = (input: readonly { readonly type: string }[]): number =>
  input.filter(({ type }) => type === 'image' || type === 'localImage').length;

/** Records the skills and the hosted apps that a client names in a turn's input. */
export function recordMentions(turn: Turn, input: readonly InputItem[]): void {
  for (const { type, name, path } of input) {
    if (type === 'skill' && name !== null && path !== null) recordNamedSkill(turn, name, path);
    const app = type === 'mention' && path !== null ? /^app:\/\/(.+)$/.exec(path) : null;
    const connectorId = app?.[1];
    if (connectorId !== undefined && !turn.memory.appMentions.has(connectorId))
      turn.memory.appMentions.set(connectorId, { connectorId, appName: name });
  }
}
