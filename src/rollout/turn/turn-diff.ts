import * as z from 'zod';
import { FileHistory, NO_NEWLINE, type Change } from './file-history.js';

const change = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add'), content: z.string() }),
  z.object({ type: z.literal('delete'), content: z.string() }),
  z.object({ type: z.literal('update'), unified_diff: z.string(), move_path: z.string().nullable().catch(null) }),
]);
const changes = z.record(z.string(), change);

/** Characters of a turn's patches that are kept until its end. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/**
 * The unified diff of a turn, which a rollout does not hold, out of the turn's patches. It never leaves the process: its lines
 * are counted.
 */
export class TurnDiff {
  /** By the files' paths as they are now. */
  readonly #files = new Map<string, FileHistory>();
  #characters = 0;
  #isKnown = true;

  /** Takes the changes of a patch that was applied. */
  apply(recorded: unknown): void {
    const { success, data } = changes.safeParse(recorded);
    if (!success) {
      this.#isKnown = false;
      return;
    }
    for (const [path, each] of Object.entries(data)) if (this.#isKnown) this.#take(path, each);
  }

  /**
   * The diff; undefined where nothing was changed or the diff is not known. The rollout has absolute paths, where Codex's own
   * diffs have those from the repository's root: the folder that the thread runs in, as a rule.
   */
  textFrom(folder: string): string | undefined {
    if (!this.#isKnown || this.#files.size === 0) return undefined;
    const parts: string[] = [];
    for (const [absolute, file] of this.#files) {
      const path = pathFrom(folder, absolute);
      const found = file.changes();
      if (found === undefined) return undefined;
      if (found.length > 0)
        parts.push(`diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n`, ...hunks(found));
    }
    return parts.join('');
  }

  #take(path: string, recorded: z.infer<typeof change>): void {
    this.#characters += 'content' in recorded ? recorded.content.length : recorded.unified_diff.length;
    if (this.#characters > MAX_CHARACTERS) return this.#forget();
    const file =
      this.#files.get(path) ?? (recorded.type === 'add' ? FileHistory.ofNewFile() : FileHistory.ofExistingFile());
    this.#files.set(path, file);
    switch (recorded.type) {
      case 'add':
        file.write(recorded.content);
        break;
      case 'delete':
        file.delete(recorded.content);
        break;
      case 'update':
        try {
          file.patch(recorded.unified_diff);
        } catch {
          return this.#forget();
        }
        if (recorded.move_path === null) return;
        this.#files.delete(path);
        this.#files.set(recorded.move_path, file);
    }
  }

  #forget(): void {
    this.#isKnown = false;
    this.#files.clear();
  }
}

function pathFrom(folder: string, path: string): string {
  const inside = `${folder.replace(/\/+$/, '')}/`;
  return path.startsWith(inside) ? path.slice(inside.length) : path;
}

/** Hunks without lines around them. */
function hunks(found: readonly Change[]): string[] {
  let shift = 0;
  return found.map(({ from, deleted, added }) => {
    const range = (start: number, length: number) => `${length === 0 ? start : start + 1},${length}`;
    const head = `@@ -${range(from, deleted.length)} +${range(from + shift, added.length)} @@\n`;
    shift += added.length - deleted.length;
    return head + written('-', deleted) + written('+', added);
  });
}

const written = (mark: string, lines: readonly string[]): string =>
  lines
    .map((line) =>
      line.endsWith(NO_NEWLINE) ? `${mark}${line.slice(0, -1)}\n\\ No newline at end of file\n` : `${mark}${line}\n`,
    )
    .join('');
