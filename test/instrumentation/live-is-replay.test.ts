import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WireLogWriter } from '../../src/wire/log-writer.js';
import { RECORDINGS } from '../parity/recordings.js';
import { temporaryFolder } from '../temporary-folder.js';
import { conversation, conversationIn, type Step } from './conversation.js';
import { host } from './host.js';
import { Observed, Replayed, told } from './telemetry.js';

const stdio = RECORDINGS.filter((recording) => !recording.includes('/ws-'));

const folder = temporaryFolder();

// The host answers within its handler of what it answers, so this is also the order of what passes.
describe('what is observed live is what a replay of the wire log makes', () => {
  it.each(stdio)('%s', async (recording) => {
    const file = join(folder, `${recording.replace('/', ' ')}.jsonl`);
    const recorder = new WireLogWriter(file);
    const live = new Observed({ recorder });
    await host(recording);
    await recorder.end();
    const said = ({ from, text }: Step) => ({ from, text });
    const recorded = conversation(recording).filter(({ connection }) => connection === 'c1');
    expect(conversationIn(file).map(said)).toEqual(recorded.map(said));

    const replayed = await Replayed.from(file);
    expect(live.spans.length).toBeGreaterThan(0);
    expect(live.spans.map(told)).toEqual(replayed.spans.map(told));
    expect(live.events).toEqual(replayed.events);
  });
});
