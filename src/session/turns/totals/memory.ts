import { BoundedMap, BoundedSet, type Limit } from '../../../bounded.js';
import type { Message } from '../../../protocol/content.js';
import type { AppMentionFacts, ReviewSummaryFacts, SkillFacts } from '../../facts/index.js';
import type { SessionContext } from '../../context.js';
import { BYTES } from '../../limits.js';

/** Charges the bytes of what is remembered. */
type Take = (bytes: number) => void;

/** A bounded set that exists only once it holds something. */
class LazySet<T> {
  readonly #limit: Limit<T>;
  readonly #take: Take;
  #values: Set<T> | undefined;

  constructor(limit: Limit<T>, take: Take) {
    this.#limit = limit;
    this.#take = take;
  }

  has(value: T): boolean {
    return this.#values?.has(value) ?? false;
  }

  add(value: T): void {
    const values = (this.#values ??= new BoundedSet(this.#limit));
    const before = values.size;
    values.add(value);
    if (values.size > before) this.#take(BYTES.memory);
  }

  values(): Iterable<T> {
    return this.#values ?? [];
  }
}

/** A bounded map that exists only once it holds something. */
class LazyMap<K, V> {
  readonly #limit: Limit<V>;
  readonly #take: Take;
  #entries: Map<K, V> | undefined;

  constructor(limit: Limit<V>, take: Take) {
    this.#limit = limit;
    this.#take = take;
  }

  get(key: K): V | undefined {
    return this.#entries?.get(key);
  }

  has(key: K): boolean {
    return this.#entries?.has(key) ?? false;
  }

  set(key: K, value: V): void {
    const entries = (this.#entries ??= new BoundedMap(this.#limit));
    const before = entries.size;
    entries.set(key, value);
    if (entries.size > before) this.#take(BYTES.memory);
  }

  /** Removes an entry and returns its value. */
  take(key: K): V | undefined {
    const value = this.#entries?.get(key);
    if (this.#entries?.delete(key)) this.#take(-BYTES.memory);
    return value;
  }

  values(): V[] {
    return [...(this.#entries?.values() ?? [])];
  }
}

/** The items of one id. */
interface RepeatedItem {
  readonly count: number;
  /** The key of the latest of them. */
  readonly latestKey: string;
  /** Whether a completion took the start of the latest; see `items/occurrences.ts`. */
  startIsTaken: boolean;
}

/** The past messages that a turn remembers, so that a repeated message counts once. */
export class TurnMemory {
  /** The turn's last unified diff until its end, if fingerprints are switched on. */
  diffText: string | null = null;
  /** Completions of items, by id and time: several connections, and some versions, report one completion twice. */
  readonly completions: LazySet<string>;
  /** How often each item id has occurred; ids that occurred once are not in it. */
  readonly repeatedItems: LazyMap<string, RepeatedItem>;
  /** Ids of tools that completed while no client was connected, and that a resume reported. */
  readonly toolsCountedOnResume: LazySet<string>;
  /** Ids of control tools that were counted. */
  readonly controlTools: LazySet<string>;
  /** Keys of items and reviews that a limit ended. Later messages about them open nothing again. */
  readonly evicted: LazySet<object | string>;
  /** Resolved reviews of items that have not completed yet, by item id. */
  readonly reviewSummaries: LazyMap<string, ReviewSummaryFacts>;
  readonly skills: LazyMap<string, SkillFacts>;
  /** By the connector's id. */
  readonly appMentions: LazyMap<string, AppMentionFacts>;
  readonly appsUsed: LazySet<string>;
  /** The turn's messages, where content capture is on. */
  readonly messages: LazySet<Message>;

  constructor({ limits, counters }: SessionContext, take: Take) {
    const limit = (what: string) => ({ size: limits.itemsPerTurn, what, counters });
    this.completions = new LazySet(limit('completed item'), take);
    this.repeatedItems = new LazyMap(limit('repeated item'), take);
    this.toolsCountedOnResume = new LazySet(limit('tool counted on resume'), take);
    this.controlTools = new LazySet(limit('control tool'), take);
    this.evicted = new LazySet(limit('id of a dropped item'), take);
    this.reviewSummaries = new LazyMap(limit('review summary'), take);
    this.skills = new LazyMap(limit('skill'), take);
    this.appMentions = new LazyMap(limit('app mention'), take);
    this.appsUsed = new LazySet(limit('app'), take);
    this.messages = new LazySet(limit('message'), take);
  }
}
