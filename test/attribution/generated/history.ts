import { createTwoFilesPatch } from 'diff';
import { Counters } from '../../../src/counters.js';
import { UnifiedDiff } from '../../../src/diff/unified-diff.js';
import { project } from '../../../src/events/projection/project.js';
import { countLines, lineFingerprints } from '../../../src/session/turns/totals/diff.js';
import * as given from '../../events/facts.js';
import type { GitRepository } from '../git-repository.js';
import { Branches } from './branches.js';
import { edited, indented, reformatted, reworded, taken, Writer } from './edits.js';
import { Random } from './random.js';
import { changesBetween, isAgents, linesOf, textOf, withChanges, type Line, type Lines, type Tree } from './tree.js';

/** What a person does to a file, as often as it stands here. */
const ACTIONS = [
  'lines edited',
  'lines edited',
  'lines edited',
  'lines reworded',
  'formatter that indents',
  'formatter that indents',
  'formatter that changes text',
  'lines moved in their file',
  'lines moved to another file',
  'lines copied',
  'file renamed',
  'file written',
] as const;

/** A history of a repository with edits of an agent and of people, in which each line's origin is known. */
export class History {
  /** Event files' lines. */
  readonly events: string[] = [];
  /** The files of each commit. */
  readonly trees = new Map<string, Tree>();
  /** The files in the folder. */
  readonly files = new Map<string, Lines>();
  /** How often each thing happened. */
  readonly happened = new Map<string, number>();
  readonly random: Random;
  readonly #repository: GitRepository;
  readonly #writer: Writer;
  readonly #branches: Branches;
  readonly #actions: Generator<(typeof ACTIONS)[number], never>;
  #turns = 0;
  #made = 0;

  constructor(repository: GitRepository, seed: number) {
    this.random = new Random(seed);
    this.#repository = repository;
    this.#writer = new Writer(this.random);
    this.#branches = new Branches(repository, this);
    this.#actions = this.random.deck(ACTIONS);
    for (let file = 0; file < 4; file++) this.files.set(this.#newPath(), this.#newFile(person));
    this.commit();
  }

  happens(what: string): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1);
  }

  /** Does so many things, and commits in the end. */
  run(steps: number): void {
    for (let step = 0; step < steps; step++) {
      this.#repository.now += this.random.between(30, 3_000);
      this.edit();
      const action = this.random.next();
      if (action < 0.25) continue;
      if (action < 0.55) this.#commitPart();
      else if (action < 0.65) this.commit();
      else if (action < 0.75) this.#amend();
      else {
        this.commit();
        this.#branches.step();
      }
    }
    this.commit();
  }

  /** A turn or a person edits files. */
  edit(): void {
    if (this.random.chance(0.6)) this.#turn();
    else this.#person();
  }

  /** A turn edits files; its event has the lines that its diff adds. */
  #turn(): void {
    const turnId = `turn-${(this.#turns += 1)}`;
    const write = (text: string): Line => ({ text, origin: 'agent', turnId });
    const diffs: string[] = [];
    for (let count = this.random.between(1, 3); count > 0; count -= 1) {
      const isNew = this.random.chance(0.25);
      const path = isNew ? this.#newPath() : this.#anyPath();
      const before = this.files.get(path) ?? [];
      const after = isNew ? this.#newFile(write) : edited(before, this.random, this.#writer, write);
      const moved = !isNew && this.random.chance(0.08) ? this.#newPath() : path;
      const diff = turnDiff(isNew ? null : path, moved, before, after);
      diffs.push(diff);
      this.files.delete(path);
      this.files.set(moved, asInDiff(diff, before, after, write));
    }
    this.#emit(turnId, diffs.join(''));
  }

  /** Commits everything; nothing where nothing was changed. */
  commit(): void {
    this.#record(this.files);
  }

  /** Writes these files into the folder, and commits them; the other changes stay in the folder, uncommitted. */
  #record(tree: Tree, ...options: string[]): void {
    const staged = new Map(tree);
    this.#write(staged);
    this.#repository.git('add', '-A');
    this.#repository.now += 5;
    const isEmpty = this.#repository.git('status', '--porcelain') === '';
    if (!isEmpty || options.length > 0) {
      this.#repository.git('commit', '-q', '--allow-empty', '-m', `step ${this.#made}`, ...options);
      this.trees.set(this.#repository.head, staged);
      this.happens(options.includes('--amend') ? 'amend' : tree === this.files ? 'commit' : 'partial commit');
    }
    this.#write(this.files);
  }

  /** The files in the folder are those of HEAD now. */
  checkedOut(): void {
    const tree = this.trees.get(this.#repository.head) as Tree;
    this.files.clear();
    for (const [path, lines] of tree) this.files.set(path, lines);
  }

  #person(): void {
    const path = this.#anyPath();
    const lines = this.files.get(path) ?? [];
    const [from, block] = taken(lines, this.random);
    const without = [...lines.slice(0, from), ...lines.slice(from + block.length)];
    const action = this.#actions.next().value;
    this.happens(action);
    switch (action) {
      case 'lines edited':
        return void this.files.set(path, edited(lines, this.random, this.#writer, person));
      case 'lines reworded':
        return void this.files.set(path, reworded(lines, this.random));
      case 'formatter that indents':
        return void this.files.set(path, indented(lines, this.random));
      case 'formatter that changes text':
        return void this.files.set(path, reformatted(lines));
      case 'lines moved in their file':
        return void this.files.set(path, this.#inserted(without, block));
      case 'lines moved to another file': {
        const other = this.random.of([...this.files.keys()].filter((each) => each !== path));
        this.files.set(path, without);
        return void this.files.set(other, this.#inserted(this.files.get(other) ?? [], block.map(movedLine)));
      }
      case 'lines copied': {
        const other = this.random.chance(0.5) ? path : this.#anyPath();
        return void this.files.set(other, this.#inserted(this.files.get(other) ?? [], block.map(copiedLine)));
      }
      case 'file renamed':
        this.files.delete(path);
        return void this.files.set(this.#newPath(), lines);
      case 'file written':
        return void this.files.set(this.#newPath(), this.#newFile(person));
    }
  }

  #inserted(lines: Lines, block: Lines): Line[] {
    const result = [...lines];
    result.splice(this.random.between(0, result.length), 0, ...block);
    return result;
  }

  /** Commits some of the files, and of those some of the changes. */
  #commitPart(): void {
    const head = this.trees.get(this.#repository.head) as Tree;
    const part = new Map(head);
    for (const path of new Set([...head.keys(), ...this.files.keys()])) {
      if (this.random.chance(0.4)) continue;
      const [before, after] = [head.get(path), this.files.get(path)];
      if (after === undefined) part.delete(path);
      else if (before === undefined || this.random.chance(0.5)) part.set(path, after);
      else
        part.set(
          path,
          withChanges(
            before,
            changesBetween(before, after).filter(() => this.random.chance(0.6)),
          ),
        );
    }
    this.#record(part);
  }

  #amend(): void {
    if (this.#repository.git('log', '-1', '--format=%P').includes(' ')) return;
    this.#record(this.files, '--amend');
  }

  #write(tree: Tree): void {
    const present = new Set(this.#repository.paths);
    for (const [path, lines] of tree) {
      const text = textOf(lines);
      if (!present.has(path) || this.#repository.read(path) !== text) this.#repository.write(path, text);
      present.delete(path);
    }
    for (const path of present) this.#repository.remove(path);
  }

  #emit(turnId: string, diff: string): void {
    const startMs = this.#repository.now * 1000;
    const facts = given.turn({
      turnId,
      startMs,
      startedAt: startMs / 1000,
      endMs: startMs + 20_000,
      completionSeenAtMs: startMs + 20_000,
      diff: countLines(diff),
      lineFingerprints: lineFingerprints(diff, Infinity, new Counters()),
    });
    this.#repository.now += 20;
    for (const event of project(facts)) this.events.push(`${JSON.stringify(event)}\n`);
  }

  #newFile(write: (text: string) => Line): Line[] {
    return Array.from({ length: this.random.between(2, 6) }, () => this.#writer.block())
      .flat()
      .map(write);
  }

  #newPath(): string {
    this.#made += 1;
    return this.random.of([`src/file${this.#made}.ts`, `src/deep/file${this.#made}.ts`, `file${this.#made}.md`]);
  }

  #anyPath(): string {
    return this.random.of([...this.files.keys()]);
  }
}

const person = (text: string): Line => ({ text, origin: 'person', turnId: null });
const movedLine = (line: Line): Line => (isAgents(line) ? { ...line, origin: 'agent, moved to another file' } : line);
const copiedLine = (line: Line): Line =>
  isAgents(line) ? { ...line, origin: 'person, copied from the agent', turnId: null } : { ...line };

/** The diff of a turn, as Codex reports it. */
function turnDiff(before: string | null, path: string, from: Lines, to: Lines): string {
  const moved = before !== null && before !== path ? `rename from ${before}\nrename to ${path}\n` : '';
  const head = `diff --git a/${before ?? path} b/${path}\n${moved}`;
  const name = before === null ? '/dev/null' : `a/${before}`;
  return head + createTwoFilesPatch(name, `b/${path}`, textOf(from), textOf(to), '', '', { context: 3 });
}

/** The lines after a turn: those that its diff adds are the turn's; the others are those that were there. */
function asInDiff(diff: string, before: Lines, after: Lines, write: (text: string) => Line): Line[] {
  const added = new Set<number>();
  const deleted = new Set<number>();
  const reader = new UnifiedDiff();
  let oldLine = 0;
  for (const line of linesOf(diff)) {
    const isInHunk = reader.isInHunk;
    const change = reader.read(line);
    if (!isInHunk) oldLine = Number(/^@@ -(\d+)/.exec(line)?.[1] ?? 0);
    else if (change === 'added') added.add(reader.lineNumber - 1);
    else if (!line.startsWith('\\')) {
      if (change === 'deleted') deleted.add(oldLine - 1);
      oldLine += 1;
    }
  }
  const kept = before.filter((_line, index) => !deleted.has(index));
  return after.map(({ text }, index) => {
    if (added.has(index)) return write(text);
    const line = kept.shift();
    if (line?.text !== text) throw new Error(`The diff is not that of ${text}.`);
    return line;
  });
}
