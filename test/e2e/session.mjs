// One session of a host that knows nothing of OpenTelemetry: one thread, one turn with one command, which is approved.
// It prints the thread's id. With `wait` as its argument the model's second answer, and the end, each wait for a line on
// standard input, and `turn completed` is printed between. With `ask` the approval waits for one, between `asked` and `answered`.
import process from 'node:process';
import { createInterface } from 'node:readline';
import { spawnAppServer } from '../../examples/app-server.mjs';
import { createCodexHome } from '../../examples/codex-home.mjs';
import { startModel } from '../../examples/model/responses.mjs';
import { oneCommandThenAMessage } from '../../examples/model/script.mjs';

export async function runSession({ command, wait = async () => {}, ask = async () => {} } = {}) {
  const model = await startModel(async (request) => {
    const items = oneCommandThenAMessage(request);
    if (items[0].type === 'message') await wait();
    return items;
  });
  const home = await createCodexHome({ modelUrl: model.url });
  const codex = spawnAppServer({ env: home.env, cwd: home.project, command });
  codex.client.onRequest('item/commandExecution/requestApproval', async () => {
    await ask();
    return { decision: 'accept' };
  });
  try {
    await codex.client.initialize('codex_e2e');
    const { thread } = await codex.client.request('thread/start', { cwd: home.project });
    console.log(`thread ${thread.id}`);
    await codex.client.turn(thread.id, 'Look at the system');
    console.log('turn completed');
    await wait();
  } finally {
    await codex.stop();
    await model.close();
    await home.remove();
  }
}

if (process.argv[1]?.endsWith('session.mjs')) {
  const [, , mode, ...command] = process.argv;
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  await runSession({
    ...(command.length > 0 && { command }),
    ...(mode === 'wait' && { wait: () => lines.next() }),
    ...(mode === 'ask' && {
      async ask() {
        console.log(`asked ${Date.now()}`);
        await lines.next();
        console.log(`answered ${Date.now()}`);
      },
      wait: () => lines.next(),
    }),
  });
  process.stdin.destroy();
}
