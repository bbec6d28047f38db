import path from 'node:path';
import { keepWithin } from '../../bounded.js';
import { MAX_LABEL, shorten } from '../../wire/shorten.js';
import type { SpanItem } from '../../protocol/schema/items.js';
import type { SkillFacts } from '../facts/index.js';
import type { Thread, Turn } from '../state.js';

/** Records the skills whose document a command reads: such a command uses the skill. */
export function recordSkillReads(turn: Turn, item: SpanItem): void {
  if (item.type !== 'commandExecution') return;
  for (const action of item.commandActions) {
    const file = action.type === 'read' ? action.path : null;
    if (file !== null && path.posix.basename(file) === 'SKILL.md')
      recordSkill(turn, nameOf(turn, file), file, 'implicit');
  }
}

/** The name by which a client named the skill before; of a skill that ships with Codex, its folder's. */
function nameOf({ thread }: Turn, file: string): string | null {
  const named = thread.server.skillNames.get(file);
  if (named !== undefined) return named;
  return scopeOf(thread, file) === 'system' ? shorten(path.posix.basename(path.posix.dirname(file)), MAX_LABEL) : null;
}

/** Files of skills whose names are remembered, of each server. */
const MAX_SKILL_NAMES = 1_000;

/** Records a skill that a client names. */
export function recordNamedSkill(turn: Turn, skillName: string, file: string): void {
  const { session, thread } = turn;
  const { skillNames } = thread.server;
  skillNames.set(file, skillName);
  keepWithin(skillNames, { size: MAX_SKILL_NAMES, what: 'skill name', counters: session.counters });
  recordSkill(turn, skillName, file, 'explicit');
}

/** Records a skill once a turn for each path and name. Neither the path nor a hash of it leaves the process. */
function recordSkill(turn: Turn, skillName: string | null, file: string, invokeType: SkillFacts['invokeType']): void {
  const key = `${file}\0${skillName ?? ''}`;
  if (turn.memory.skills.has(key)) return;
  const scope = scopeOf(turn.thread, file);
  turn.memory.skills.set(key, { skillName, scope, pluginId: null, invokeType });
}

/** Null where CODEX_HOME is unknown: it may lie anywhere, also in the project. */
function scopeOf({ server, cwd }: Thread, file: string): SkillFacts['scope'] {
  if (server.codexHome === null) return null;
  const isInside = (folder: string) => file.startsWith(`${folder}/`);
  if (isInside(`${server.codexHome}/skills/.system`)) return 'system';
  if (isInside(`${server.codexHome}/skills`)) return 'user';
  if (isInside('/etc/codex/skills')) return 'admin';
  return cwd !== null && isInside(cwd) ? 'repo' : null;
}
