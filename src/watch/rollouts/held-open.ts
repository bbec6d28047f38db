import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const ROLLOUT = /\/rollout-[^/]*\.jsonl$/;

/**
 * The rollouts that a process and its descendants hold open: Codex holds those of its threads while it runs. Linux alone
 * shows them; elsewhere, and where the process has ended, there are none.
 */
export function rolloutsHeldBy(pid: number): string[] {
  return [pid, ...descendantsOf(pid)].flatMap((each) =>
    listOf(`/proc/${each}/fd`).flatMap((descriptor) => {
      const file = attempt(() => readlinkSync(`/proc/${each}/fd/${descriptor}`));
      return file !== undefined && ROLLOUT.test(file) ? [file] : [];
    }),
  );
}

function descendantsOf(pid: number): number[] {
  const children = listOf(`/proc/${pid}/task`).flatMap((thread) =>
    (attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? '')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

const listOf = (folder: string): string[] => attempt(() => readdirSync(folder)) ?? [];

/** A process may end, or belong to somebody else, at any time. */
function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
