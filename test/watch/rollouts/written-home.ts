import { appendFileSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { codexOtel } from '../../cli/io.js';
import { Receiver } from '../../export/receiver.js';
import { rolloutFiles } from '../../rollout/recorded.js';

interface WrittenLine {
  readonly at: number;
  readonly file: string;
  readonly text: string;
}

/** A CODEX_HOME in which recorded sessions are written again, line by line, in the order in which Codex wrote them. */
export class WrittenHome {
  readonly folder: string;
  readonly day: string;
  readonly #lines: WrittenLine[] = [];
  #written = 0;

  /** @param copies of each session, with ids of their own. */
  constructor(folder: string, recordings: readonly string[], copies = 1) {
    this.folder = folder;
    this.day = join(folder, 'sessions', '2026', '11', '28');
    mkdirSync(this.day, { recursive: true });
    for (let copy = 0; copy < copies; copy += 1)
      for (const file of recordings.flatMap(rolloutFiles)) this.#read(file, copy);
    this.#lines.sort((a, b) => a.at - b.at);
  }

  get remaining(): number {
    return this.#lines.length - this.#written;
  }

  get files(): string[] {
    return [...new Set(this.#lines.map(({ file }) => file))];
  }

  /** The text that was written to a file. */
  textOf(file: string): string {
    return this.#lines
      .slice(0, this.#written)
      .flatMap((line) => (line.file === file ? [line.text] : []))
      .join('');
  }

  /** Appends the next lines; all that are left by default. */
  write(count = Infinity): void {
    for (const { file, text } of this.#lines.slice(this.#written, this.#written + count)) appendFileSync(file, text);
    this.#written = Math.min(this.#lines.length, this.#written + count);
  }

  /** Appends the next lines up to the first one that has this text. */
  writeUntil(text: string): void {
    const next = this.#lines.slice(this.#written).findIndex((line) => line.text.includes(text));
    this.write(next + 1);
  }

  /** As if nobody had written for two hours: the sessions are over. */
  age(): void {
    age(this.folder);
  }

  /** The spans and events of a replay of everything that was written. */
  async replayed(...options: string[]): Promise<Receiver> {
    const receiver = await Receiver.start();
    const { status, said } = await codexOtel(['replay', this.day, '--endpoint', receiver.url, ...options]);
    await receiver.stop();
    if (status !== 0 || receiver.spans.length === 0) throw new Error(said.join('\n'));
    return receiver;
  }

  #read(recorded: string, copy: number): void {
    const renamed = (text: string) =>
      copy === 0 ? text : text.replaceAll(/\b01a2[0-9a-f]{4}-/g, (id) => `01b${copy.toString(16)}${id.slice(4)}`);
    const name = renamed(basename(recorded).replace(/\.gz$/, ''));
    for (const text of gunzipSync(readFileSync(recorded)).toString().split('\n').filter(Boolean)) {
      const at = Date.parse((JSON.parse(text) as { readonly timestamp: string }).timestamp);
      this.#lines.push({ at, file: join(this.day, name), text: `${renamed(text)}\n` });
    }
  }
}

/** Makes all files of a folder two hours old. */
export function age(folder: string): void {
  const old = new Date(Date.now() - 2 * 3_600_000);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), old, old);
}
