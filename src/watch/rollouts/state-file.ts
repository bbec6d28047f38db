import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parseText } from '../../wire/json-parse.js';
import { readMark, type Mark } from './mark.js';

/** Bytes of lines that were appended, before the file is written anew. */
const MAX_APPENDED_BYTES = 4 * 1024 * 1024;

/**
 * Remembers how far each rollout was delivered: a file of lines, of which the last one of a rollout counts. Its first line holds
 * since when threads are observed. Nothing of a session but ids, places and times is in it.
 */
export class StateFile {
  /** Unix milliseconds. */
  readonly since: number;
  readonly #file: string;
  readonly #marks: Map<string, Mark>;
  #descriptor: number;
  #appended = 0;

  private constructor(file: string, since: number, marks: Map<string, Mark>) {
    this.#file = file;
    this.since = since;
    this.#marks = marks;
    this.#descriptor = this.#rewrite();
  }

  /**
   * Opens the file, or makes it. Throws where it cannot be written.
   *
   * @param since where there is no file yet, or one that has an earlier time than this.
   * @param isThere whether a rollout of this id is still there: others are forgotten.
   */
  static open(file: string, since: number | undefined, isThere: (id: string) => boolean): StateFile {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const [first = '', ...lines] = contentOf(file).split('\n');
    const marks = new Map<string, Mark>();
    for (const line of lines) {
      const mark = readMark(line);
      if (mark !== undefined && isThere(mark.threadId)) marks.set(mark.threadId, mark);
    }
    return new StateFile(file, since ?? sinceOf(first) ?? Date.now(), marks);
  }

  markOf(id: string): Mark | undefined {
    return this.#marks.get(id);
  }

  /** Remembers marks: the last step is one system call. Throws where they cannot be written. */
  write(marks: readonly Mark[]): void {
    if (this.#appended >= MAX_APPENDED_BYTES) {
      closeSync(this.#descriptor);
      this.#descriptor = this.#rewrite();
    }
    const lines = marks.flatMap((mark) => {
      const line = JSON.stringify(mark);
      const before = this.#marks.get(mark.threadId);
      if (before !== undefined && JSON.stringify(before) === line) return [];
      this.#marks.set(mark.threadId, mark);
      return [`${line}\n`];
    });
    if (lines.length > 0) this.#appended += writeSync(this.#descriptor, lines.join(''));
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** Writes the file anew, beside the old one, which stays until the new one is whole. */
  #rewrite(): number {
    const lines = [
      JSON.stringify({ since: this.since }),
      ...[...this.#marks.values()].map((mark) => JSON.stringify(mark)),
    ];
    const draft = `${this.#file}.new`;
    const descriptor = openSync(draft, 'w', 0o600);
    writeSync(descriptor, `${lines.join('\n')}\n`);
    fsyncSync(descriptor);
    renameSync(draft, this.#file);
    this.#appended = 0;
    return descriptor;
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function sinceOf(line: string): number | undefined {
  const { since } = (parseText(line) ?? {}) as { readonly since?: unknown };
  return typeof since === 'number' ? since : undefined;
}
