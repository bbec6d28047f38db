import { createHash } from 'node:crypto';
import path from 'node:path';
import type { SpanItem } from '../../protocol/schema/items.js';
import type { SkillFacts } from '../facts/index.js';
import type { Thread, Turn } from '../state.js';

/** Records the skills whose document a command reads: such a command uses the skill. */
export function recordSkillReads(turn: Turn, item: SpanItem): void {
  if (item.type !== 'commandExecution') return;
  for (const action of item.commandActions) {
    const file = action.type === 'read' ? action.path : null;
    if (file !== null && path.posix.basename(file) === 'SKILL.md')
      recordSkill(turn, path.posix.basename(path.posix.dirname(file)), file, 'implicit');
  }
}

/**
 * Records a skill once a turn for each path and name. Only a hash of the path leaves the process, and only where that hash
 * is the skill's id.
 */
export function recordSkill(turn: Turn, skillName: string, file: string, invokeType: SkillFacts['invokeType']): void {
  const key = `${file}\0${skillName}`;
  if (turn.memory.skills.has(key)) return;
  const scope = scopeOf(turn.thread, file);
  // The id of a project's skill depends on the project's remote, which is on the disk and not on the wire.
  const isPersonal = scope === 'user' || scope === 'system' || scope === 'admin';
  const skillId = isPersonal ? createHash('sha1').update(`personal_${file}_${skillName}`).digest('hex') : null;
  turn.memory.skills.set(key, { skillId, skillName, scope, pluginId: null, invokeType });
}

function scopeOf({ server, cwd }: Thread, file: string): SkillFacts['scope'] {
  const isInside = (folder: string) => file.startsWith(`${folder}/`);
  if (server.codexHome !== null && isInside(`${server.codexHome}/skills/.system`)) return 'system';
  if (server.codexHome !== null && isInside(`${server.codexHome}/skills`)) return 'user';
  if (isInside('/etc/codex/skills')) return 'admin';
  return cwd !== null && isInside(cwd) ? 'repo' : null;
}
