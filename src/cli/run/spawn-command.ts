import type { spawn } from 'node:child_process';
import crossSpawn from 'cross-spawn';

/**
 * Spawns a command as a shell finds it. On Windows npm installs Codex as a script, `codex.cmd`, which Node alone neither finds
 * nor runs; elsewhere this is Node's own function.
 */
export const spawnCommand = crossSpawn as typeof spawn;
