import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Receiver } from '../../export/receiver.js';
import { isOfType } from '../expected.js';
import { expectNoProcess } from '../left-behind.js';
import { eventually } from '../processes.js';
import { DaemonClient } from './daemon.js';
import { pathWithCodex, PLACES, Stage, wordsFor } from './stage.js';
import { hasTerminals } from './terminal.js';

const CTRL_C = '\x03';

/** A terminal interface in the middle of a turn, which goes on until somebody ends it. */
async function turn(stage: Stage, words: readonly string[], before: readonly string[] = []) {
  const terminal = stage.opens([...before, 'codex', ...words]);
  await terminal.sees('default');
  await terminal.enters('Please stop');
  await terminal.sees('echo begun');
  await eventually('a request that waits', async () => stage.model.hanging > 0 || undefined);
  const ends = async () => {
    await terminal.sees('exit status');
    await terminal.process.ended;
    return /exit status (\d+)/.exec(terminal.process.output)?.[1];
  };
  const quits = async () => {
    await terminal.enters('/quit');
    return ends();
  };
  /** The turns of the session; those that ask for its title are in traces of their own. */
  const turnsIn = ({ spans }: Receiver) => {
    const [, threadId = ''] = /codex-otel: To continue this session, run codex resume (\S+)/.exec(
      terminal.process.output,
    )!;
    return spans.filter(isOfType('turn')).filter(({ traceId }) => traceId === threadId.replaceAll('-', ''));
  };
  return { terminal, ends, quits, turnsIn };
}

/** The process that has a word in its command line. */
function processWith(word: string): number {
  const isIt = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(word);
    } catch {
      return false;
    }
  };
  const [pid] = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isIt(name));
  return Number(pid);
}

describe.runIf(hasTerminals).each(PLACES)('Codex %s with %s behind codex-otel run, in mid-turn,', (version, server) => {
  const stageOf = async () => {
    const stage = await Stage.make(await pathWithCodex(version));
    if (server === 'the daemon') await stage.daemon();
    return stage;
  };
  const words = wordsFor(version, server);
  const nothingIsLeft = async (stage: Stage) => {
    await eventually('an empty folder', async () => readdirSync(stage.runtime).length === 0 || undefined);
    await eventually('the end of all processes', async () => {
      await expectNoProcess(stage.runtime);
      return true;
    });
  };

  it('ends at /quit with the status that it has without, and the turn as without', async () => {
    await using receiver = await Receiver.start();
    const [plain, relayed] = [await stageOf(), await stageOf()];
    const run = ['codex-otel', 'run', '--endpoint', receiver.url, '--flush-timeout', '30', '--'];
    const [without, within] = await Promise.all([turn(plain, words), turn(relayed, words, run)]);
    expect(await within.quits()).toBe(await without.quits());
    await nothingIsLeft(relayed);
    const turns = within.turnsIn(receiver);
    expect(turns.map(({ attributes }) => attributes['codex.end_reason'])).toEqual(['connection_closed']);
    if (server !== 'the daemon') return;
    const threadId = turns[0]?.attributes['codex.thread.id'];
    const client = await DaemonClient.connect(relayed.home, 'codex_app_server_daemon');
    const { data } = await client.request('thread/turns/list', { threadId, limit: 1 });
    expect(data).toMatchObject([{ status: 'inProgress' }]);
  });

  it('is interrupted by ctrl-c, and goes on', async () => {
    await using receiver = await Receiver.start();
    const stage = await stageOf();
    const run = ['codex-otel', 'run', '--endpoint', receiver.url, '--flush-timeout', '30', '--'];
    const { terminal, quits, turnsIn } = await turn(stage, words, run);
    terminal.types(CTRL_C);
    await terminal.sees('Conversation interrupted');
    await terminal.enters('Please go on');
    await terminal.sees('Done.');
    expect(await quits()).toBe('0');
    await nothingIsLeft(stage);
    expect(turnsIn(receiver).map(({ attributes }) => attributes['codex.turn.status'])).toEqual([
      'interrupted',
      'completed',
    ]);
  });

  it('leaves nothing behind where codex-otel is killed', async () => {
    const stage = await stageOf();
    const record = join(stage.folder, 'wire.jsonl');
    const { ends } = await turn(stage, words, ['codex-otel', 'run', '--record', record, '--']);
    process.kill(processWith(record), 'SIGKILL');
    expect(await ends()).toBe('137');
    await nothingIsLeft(stage);
  });
});
