import path from 'node:path';
import { createHash } from 'node:crypto';
import type { InputItem, SpanItem } from '../protocol/schema/items.js';
import type { SkillFacts } from '../session/facts/index.js';
import type { ThreadState } from './threads.js';
import type { TurnState } from './turns.js';

/** Takes the skills and the hosted apps that a client names in a turn's input. */
export function mention(turn: TurnState, input: readonly InputItem[]): void {
  for (const { type, name, path: target } of input) {
    if (type === 'skill' && name !== null && target !== null) use(turn, name, target, 'explicit');
    const app = type === 'mention' && target !== null ? /^app:\/\/(.+)$/.exec(target) : null;
    const connectorId = app?.[1];
    if (connectorId !== undefined && !turn.appMentions.has(connectorId))
      turn.appMentions.set(connectorId, { connectorId, appName: name });
  }
}

/** A command that reads a skill's document uses the skill. */
export function useSkills(turn: TurnState, item: SpanItem): void {
  if (item.type !== 'commandExecution') return;
  for (const action of item.commandActions) {
    const file = action.type === 'read' ? action.path : null;
    if (file !== null && path.posix.basename(file) === 'SKILL.md')
      use(turn, path.posix.basename(path.posix.dirname(file)), file, 'implicit');
  }
}

/** Once a turn for each scope, path and name. Of the path only its hash leaves, and only where that is the skill's id. */
function use(turn: TurnState, skillName: string, file: string, invokeType: SkillFacts['invokeType']): void {
  const key = `${file}\0${skillName}`;
  if (turn.skills.has(key)) return;
  const scope = scopeOf(turn.thread, file);
  // A project's skill is identified by the project's remote, which is on the disk and not on the wire.
  const personal = scope === 'user' || scope === 'system' || scope === 'admin';
  const skillId = personal ? createHash('sha1').update(`personal_${file}_${skillName}`).digest('hex') : null;
  turn.skills.set(key, { skillId, skillName, scope, pluginId: null, invokeType });
}

function scopeOf({ server, cwd }: ThreadState, file: string): SkillFacts['scope'] {
  const inside = (folder: string) => file.startsWith(`${folder}/`);
  if (server.codexHome !== null && inside(`${server.codexHome}/skills/.system`)) return 'system';
  if (server.codexHome !== null && inside(`${server.codexHome}/skills`)) return 'user';
  if (inside('/etc/codex/skills')) return 'admin';
  return cwd !== null && inside(cwd) ? 'repo' : null;
}
