import { readFile } from 'node:fs/promises';

/**
 * What a wire log says about one turn with one command and one approval: the times that the spans must have. The
 * protocol's own where it has one, else when the log's writer saw the message.
 */
export async function timesOf(path) {
  const lines = (await readFile(path, 'utf8')).trim().split('\n').map(JSON.parse);
  const one = (what, test) => {
    const found = lines.filter(({ from, msg }) => msg !== undefined && test(msg, from));
    if (found.length !== 1) throw new Error(`${path} has ${found.length} times ${what}`);
    return found[0];
  };
  const notification = (method, test = () => true) =>
    one(method, (msg) => msg.method === method && msg.id === undefined && test(msg.params)).msg;
  const isCommand = ({ item }) => item.type === 'commandExecution';

  const turnStarted = notification('turn/started');
  const turnCompleted = notification('turn/completed');
  const asked = one('an approval', ({ method }) => method === 'item/commandExecution/requestApproval').msg;
  const answered = one(
    'its answer',
    ({ method, id }, from) => from === 'client' && method === undefined && id === asked.id,
  );
  const start = one('thread/start', ({ method }) => method === 'thread/start');
  const started = one('its response', ({ method, id }, from) => from === 'server' && !method && id === start.msg.id);

  return {
    turn: {
      startMs: turnStarted.emittedAtMs,
      endMs: turnStarted.emittedAtMs + turnCompleted.params.turn.durationMs,
    },
    item: {
      startMs: notification('item/started', isCommand).params.startedAtMs,
      endMs: notification('item/completed', isCommand).params.completedAtMs,
    },
    // The protocol knows no end of a user's review: it is when the answer passed the observer.
    review: { startMs: asked.params.startedAtMs, observedEndMs: answered.at },
    initialization: { observedStartMs: start.at, observedEndMs: started.at },
  };
}
