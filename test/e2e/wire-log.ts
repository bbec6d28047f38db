import { readFileSync } from 'node:fs';

interface Message {
  readonly id?: string | number;
  readonly method?: string;
  readonly emittedAtMs?: number;
  readonly params?: {
    readonly startedAtMs?: number;
    readonly completedAtMs?: number;
    readonly item?: { readonly type: string };
    readonly turn?: { readonly durationMs: number };
  };
}
interface Line {
  readonly at: number;
  readonly from?: 'client' | 'server';
  readonly msg?: Message;
}

/**
 * What a wire log says about one turn with one command and one approval: the times that the spans must have. The
 * protocol's own where it has one, else when the log's writer saw the message.
 */
export function timesOf(path: string) {
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const one = (what: string, test: (message: Message, from: Line['from']) => boolean) => {
    const found = lines.filter(({ from, msg }) => msg !== undefined && test(msg, from));
    if (found.length !== 1) throw new Error(`${path} has ${found.length} times ${what}`);
    return { at: found[0]!.at, ...found[0]!.msg! };
  };
  const notification = (method: string, type?: string) =>
    one(method, (msg) => msg.method === method && msg.id === undefined && (!type || msg.params?.item?.type === type));
  const request = (method: string) => one(method, (msg) => msg.method === method && msg.id !== undefined);
  const answer = (by: Line['from'], id: Message['id']) =>
    one(`an answer to ${String(id)}`, (msg, from) => from === by && msg.method === undefined && msg.id === id);

  const turnStart = notification('turn/started').emittedAtMs!;
  const asked = request('item/commandExecution/requestApproval');
  const start = request('thread/start');
  return {
    turn: { start: turnStart, end: turnStart + notification('turn/completed').params!.turn!.durationMs },
    item: {
      start: notification('item/started', 'commandExecution').params!.startedAtMs!,
      end: notification('item/completed', 'commandExecution').params!.completedAtMs!,
    },
    // The protocol knows no end of a user's review: it is when the answer passed the observer.
    review: { start: asked.params!.startedAtMs!, observedEnd: answer('client', asked.id).at },
    initialization: { observedStart: start.at, observedEnd: answer('server', start.id).at },
  };
}
