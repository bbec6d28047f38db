import { NoopSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { BoundedSet } from '../../bounded.js';
import { uncounted } from '../../counters.js';
import type { Facts, ItemFacts } from '../../session/facts/index.js';
import { ATTR } from '../../spans/conventions.js';
import { factsOf } from '../../spans/facts-on-span.js';
import { approvalOf, outcomeOf, type Approval, type Outcome } from './approval.js';

/** So many items are remembered until they end. */
const ITEMS = 10_000;

/** The attributes that content capture fills. */
const CONTENT = [ATTR.inputMessages, ATTR.outputMessages, ATTR.toolArguments, ATTR.toolResult] as const;

export interface ApprovalProcessorOptions {
  /** Called with each approval when it was decided, and with each item under approval when it ended. */
  readonly onEntry: (entry: Approval | Outcome) => void;
  /**
   * The content of the items: not in the entries (`none`, the default); copied; or moved, where it was captured for the entries
   * alone: then no processor behind this one sees any content.
   */
  readonly content?: 'none' | 'copy' | 'move';
}

/** A span processor that finds the approvals among the finished spans. Put it before those that export. */
export class ApprovalProcessor extends NoopSpanProcessor {
  readonly #options: ApprovalProcessorOptions;
  /** The items under approval. */
  readonly #items: Set<string>;

  constructor(options: ApprovalProcessorOptions) {
    super();
    this.#options = options;
    this.#items = new BoundedSet({ size: ITEMS, what: 'item under approval', counters: uncounted });
  }

  override onEnd(span: ReadableSpan): void {
    const facts = factsOf(span);
    if (facts === undefined) return;
    const { content = 'none', onEntry } = this.#options;
    const copied = content === 'none' ? undefined : argumentsOf(span);
    if (content === 'move') removeContent(span);
    const entry = facts.type === 'item' ? this.#outcome(facts, copied) : this.#approval(facts);
    if (entry) onEntry(entry);
  }

  #approval(facts: Facts): Approval | undefined {
    const approval = approvalOf(facts);
    if (approval?.item_id) this.#items.add(keyOf(approval));
    return approval;
  }

  #outcome(facts: ItemFacts, content: string | undefined): Outcome | undefined {
    const outcome = outcomeOf(facts, content);
    return this.#items.delete(keyOf(outcome)) ? outcome : undefined;
  }
}

const keyOf = ({ thread_id, turn_id, item_id }: Approval | Outcome) => JSON.stringify([thread_id, turn_id, item_id]);

function argumentsOf({ attributes }: ReadableSpan): string | undefined {
  const content = attributes[ATTR.toolArguments];
  return typeof content === 'string' ? content : undefined;
}

/** The command's own SDK shares one object of attributes between all processors. */
function removeContent({ attributes }: ReadableSpan): void {
  for (const name of CONTENT) Reflect.deleteProperty(attributes, name);
}
