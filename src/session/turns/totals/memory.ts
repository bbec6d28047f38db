import type { Message } from '../../../protocol/content.js';
import type { AppMentionFacts, ReviewSummaryFacts, SkillFacts } from '../../facts/index.js';
import { Memory, type Owner } from '../../memory.js';

/** The past messages that a turn remembers, so that a repeated message counts once. */
export const memoryOf = (turn: Owner) => ({
  /** The turn's last unified diff until its end, if fingerprints are switched on. */
  diffText: null as string | null,
  /**
   * The times of completions, because several connections, and some versions, report one completion twice: of the first of an
   * id under the id, of further ones under the id and the time.
   */
  completions: new Memory<string, number | null>(turn, 'completed item'),
  /** How often each item id has occurred; ids that occurred once are not in it. */
  repeatedItems: new Memory<
    string,
    {
      readonly count: number;
      /** The key of the latest of them. */
      readonly latestKey: string;
      /** Whether a completion took the start of the latest; see `items/occurrences.ts`. */
      startIsTaken: boolean;
    }
  >(turn, 'repeated item'),
  /** Ids of tools that completed while no client was connected, and that a resume reported. */
  toolsCountedOnResume: new Memory<string>(turn, 'tool counted on resume'),
  /** Ids of calls to other agents that were counted. */
  agentCalls: new Memory<string>(turn, 'agent call'),
  /** Ids of control tools that were counted. */
  controlTools: new Memory<string>(turn, 'control tool'),
  /** Keys of items and reviews that a limit ended. Later messages about them open nothing again. */
  evicted: new Memory<object | string>(turn, 'id of a dropped item'),
  /** Resolved reviews of items that have not completed yet, by item id. */
  reviewSummaries: new Memory<string, ReviewSummaryFacts>(turn, 'review summary'),
  skills: new Memory<string, SkillFacts>(turn, 'skill'),
  /** By the connector's id. */
  appMentions: new Memory<string, AppMentionFacts>(turn, 'app mention'),
  appsUsed: new Memory<string>(turn, 'app'),
  /** The turn's messages, where content capture is on. */
  messages: new Memory<Message>(turn, 'message'),
});
