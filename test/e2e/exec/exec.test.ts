import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Receiver } from '../../export/receiver.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { PATH_WITH_CODEX } from '../codex.js';
import { differences, rolloutFiles, run, type ExecPlace } from './exec-run.js';
import { KINDS } from './kinds.js';
import { ScriptedModel } from '../scripted-model.js';

const execute = promisify(execFile);
const folder = temporaryFolder();
const model = new ScriptedModel();
let place: ExecPlace;
let receiver: Receiver;
beforeAll(async () => {
  place = { folder: join(realpathSync(folder), 'run'), model, modelUrl: await model.start() };
  receiver = await Receiver.start();
});
beforeEach(() => {
  receiver.spans.length = 0;
  receiver.events.length = 0;
});
afterAll(async () => {
  await receiver.stop();
  await model.stop();
});

const ids = (all: Receiver) => all.spans.map(({ spanId }) => spanId).sort();
const eventIds = (all: Receiver) => all.events.map(({ attributes }) => String(attributes['codex.event.id'])).sort();

/** The spans and events of a replay of everything that was written down. */
async function replayed(home: string): Promise<Receiver> {
  const other = await Receiver.start();
  const env = { ...process.env, PATH: PATH_WITH_CODEX };
  await execute('codex-otel', ['replay', join(home, 'sessions'), '--endpoint', other.url], { env });
  await other.stop();
  return other;
}

describe('codex-otel run -- codex', () => {
  for (const kind of KINDS) {
    it.skipIf(kind.not !== undefined)(
      `${kind.name}${kind.not === undefined ? ' is as without it, and all of it is seen' : `: ${kind.not}`}`,
      async () => {
        const plain = await run(kind, place, []);
        const prefix = ['codex-otel', 'run', '--endpoint', receiver.url, '--flush-timeout', '30', '--'];
        const { stderr, ...observed } = await run(kind, place, prefix);
        const ours = stderr.split('\n').filter((line) => line.startsWith('codex-otel: '));
        const others = stderr.split('\n').filter((line) => !line.startsWith('codex-otel: '));
        expect(differences(plain, { ...observed, stderr: others.join('\n') })).toEqual([]);
        expect(ours.join('\n')).toMatch(kind.says ?? /^$/);
        if (kind.isUnseen === true) {
          expect([receiver.spans, receiver.events]).toEqual([[], []]);
          return;
        }
        const expected = await replayed(join(place.folder, 'home'));
        const isNew = (id: string) => kind.isContinued !== true || ids(receiver).includes(id);
        expect(ids(receiver)).toEqual(ids(expected).filter(isNew));
        expect(receiver.spans.map(({ name }) => name)).toContain('invoke_agent codex');
        if (kind.isContinued !== true) expect(eventIds(receiver)).toEqual(eventIds(expected));
      },
    );
  }

  it('has so many kinds of run', () => {
    expect(KINDS).toHaveLength(58);
    expect(rolloutFiles(join(folder, 'nowhere'))).toEqual([]);
  });
});
