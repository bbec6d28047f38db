import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { replayRollouts } from '../../src/replay/rollouts.js';
import { recognizeRollout, type RolloutFile } from '../../src/rollout/sessions.js';
import { expectSound } from '../faults/soundness.js';
import { Telemetry } from '../faults/telemetry.js';
import { temporaryFolder } from '../temporary-folder.js';
import { rolloutFiles, rolloutLines } from './recorded.js';

/** Other versions of Codex leave records out, and members of records; and what is left is read. */

const folder = temporaryFolder();

/** Whether each member is changed in every recording, or only where no recording before has it in a record of that kind. */
const EVERYWHERE = process.env['ODD_RECORDS'] === 'everywhere';

const RECORDINGS = [
  '0.144.0/collab-spawn-wait-close',
  '0.158.0/compact-manual',
  '0.171.0/guardian-slow-then-approved',
  '0.171.0/multi-agent-v2',
  '0.171.0/patch-same-file-twice',
  '0.171.0/review-inline',
];

interface Line {
  readonly type: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** An event or a response item is of the type of its payload, and an item of its own. */
const kindOf = ({ type, payload }: Line): string => {
  if (type !== 'event_msg' && type !== 'response_item') return type;
  const item = payload?.['item'] as { readonly type?: string } | undefined;
  return [payload?.['type'], item?.type].filter(Boolean).join(' ');
};

interface Original {
  readonly recognized: RolloutFile;
  readonly lines: readonly Line[];
}

const originals = (recording: string): Promise<Original[]> =>
  Promise.all(
    rolloutFiles(recording).map(async (file) => ({
      recognized: (await recognizeRollout(file))!,
      lines: gunzipSync(readFileSync(file))
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line),
    })),
  );

/** The spans and events of rollouts whose lines were changed; the others are left out. */
async function replayed(rollouts: readonly Original[], change: (line: Line) => Line | undefined) {
  const files = rollouts.map(({ recognized, lines }, index) => {
    const file = join(folder, `rollout-${index}.jsonl`);
    const texts = lines.flatMap((line) => change(line) ?? []).map((line) => JSON.stringify(line));
    writeFileSync(file, texts.map((text) => `${text}\n`).join(''));
    return { ...recognized, file };
  });
  const counters = new Counters();
  const telemetry = Telemetry.ofReplay(counters);
  await replayRollouts(files, { tracerProvider: telemetry.tracerProvider, counters });
  expectSound(telemetry);
  expect(counters.total('lines.broken')).toBe(0);
  return telemetry;
}

/** The names of members, but for the type, which is the kind of a record. */
const membersOf = ({ payload }: Line) => Object.keys(payload ?? {}).filter((member) => member !== 'type');

/** Kinds of records, and members of them, that the recordings before this one have. */
const before = new Map<string, ReadonlySet<string>>();
const seen = new Set<string>();
for (const recording of RECORDINGS) {
  before.set(recording, new Set(EVERYWHERE ? [] : seen));
  for (const line of rolloutLines(recording)
    .flat()
    .map((text) => JSON.parse(text) as Line)) {
    const kind = kindOf(line);
    seen.add(kind);
    for (const member of membersOf(line)) seen.add(`${kind} ${member}`);
  }
}

describe.each(RECORDINGS)('%s', (recording) => {
  const isNew = (name: string) => !before.get(recording)!.has(name);

  it('is sound without the records of any one kind', async () => {
    const rollouts = await originals(recording);
    const kinds = new Set(rollouts.flatMap(({ lines }) => lines.map(kindOf)).filter(isNew));
    expect(kinds.size).toBeGreaterThan(0);
    for (const kind of kinds) await replayed(rollouts, (line) => (kindOf(line) === kind ? undefined : line));
  });

  it('is sound without any one member of its records, and with an odd value in it', async () => {
    const rollouts = await originals(recording);
    const members = new Set(
      rollouts.flatMap(({ lines }) =>
        lines.flatMap((line) => membersOf(line).filter((member) => isNew(`${kindOf(line)} ${member}`))),
      ),
    );
    expect(members.size).toBeGreaterThan(0);
    for (const member of members) {
      for (const odd of [undefined, { odd: ['value'] }]) {
        await replayed(rollouts, (line) =>
          line.payload && member in line.payload ? { ...line, payload: { ...line.payload, [member]: odd } } : line,
        );
      }
    }
  });
});
