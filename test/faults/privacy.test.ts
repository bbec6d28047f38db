import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diag, DiagLogLevel, type AttributeValue } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { replayRollouts } from '../../src/replay/rollouts.js';
import { recognizeRollout } from '../../src/rollout/sessions.js';
import { ATTR } from '../../src/spans/conventions.js';
import { namesIn, Page, root, sorted } from '../docs/page.js';
import { RECORDINGS } from '../parity/recordings.js';
import { rolloutFiles, rolloutLines } from '../rollout/recorded.js';
import { temporaryFolder } from '../temporary-folder.js';
import { passOn } from './by-hand.js';
import { Canaries, isWord, type Plants } from './canaries.js';
import { wireOf } from './sessions.js';
import { Telemetry } from './telemetry.js';

/** Plants a canary in every string of every recorded message, and looks for it in all that leaves. */

const page = new Page('docs/privacy.md');
const folder = temporaryFolder();

const CONTENT: readonly string[] = [ATTR.inputMessages, ATTR.outputMessages, ATTR.toolArguments, ATTR.toolResult];

/** Words are planted in parts: where all enumerations are odd, nothing can be read. */
const PARTS = 6;
const partOf = (member: string) => Buffer.from(member).reduce((sum, byte) => sum + byte, 0) % PARTS;

/** By its method a message is known. */
const isMethod = (member: string) => member === '.method';
const isText: Plants = (member, value) => !isWord(value) && !isMethod(member);

const plantings: readonly (readonly [what: string, place: 'before' | 'behind', plants: Plants])[] = [
  ['before all but words', 'before', (member, value) => isText(member, value)],
  ['behind all but words', 'behind', (member, value) => isText(member, value)],
  ['behind methods', 'behind', (member) => isMethod(member)],
  ['behind everything but methods and types', 'behind', (member) => !/\.(method|type)$/.test(member)],
  ...Array.from({ length: PARTS }, (_, part): [string, 'behind', Plants] => [
    `behind words, part ${part + 1}`,
    'behind',
    (member, value) => isWord(value) && partOf(member) === part,
  ]),
];

/** A string that left, and where it did. */
interface Left {
  readonly place: string;
  readonly text: string;
}

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  const say = (...words: unknown[]) => void said.push(words.join(' '));
  diag.setLogger({ error: say, warn: say, info: say, debug: say, verbose: say }, DiagLogLevel.ALL);
});
afterEach(() => diag.disable());

const placesOf = (holder: string, attributes: Readonly<Record<string, AttributeValue | undefined>>): Left[] =>
  Object.entries(attributes).flatMap(([name, value]) => [
    { place: holder, text: name },
    { place: `${holder} ${name}`, text: JSON.stringify(value) },
  ]);

function leftOf({ spans, logs, events }: Telemetry): Left[] {
  return [
    ...said.map((text) => ({ place: 'diagnostics', text })),
    ...spans.flatMap((span) => [
      { place: 'span name', text: span.name },
      { place: 'span status', text: span.status.message ?? '' },
      { place: 'span events', text: JSON.stringify(span.events) },
      { place: 'span links', text: JSON.stringify(span.links) },
      ...placesOf('span', span.attributes),
    ]),
    ...logs.flatMap(({ attributes, body, eventName, severityText }) => [
      { place: 'log record', text: `${eventName} ${severityText}` },
      ...placesOf('log record', attributes as Record<string, AttributeValue>),
      ...placesOf('event', body as Record<string, AttributeValue>),
    ]),
    ...events.flatMap(({ event }) =>
      placesOf('event', event.event_params as unknown as Record<string, AttributeValue>),
    ),
  ];
}

/** Passes recorded wires with canaries by hand. */
async function observeWires(canaries: Canaries, captureContent: boolean): Promise<Left[]> {
  const telemetry = new Telemetry();
  const codex = telemetry.instrumentation({ captureContent });
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 2 ** 30 });
  codex.setMeterProvider(new MeterProvider({ readers: [reader] }));
  for (const recording of RECORDINGS) {
    const lines = wireOf(recording).map(({ bytes, ...line }) => ({
      ...line,
      server: `${recording} ${line.server ?? 1}`,
      bytes: bytes && Buffer.from(canaries.plantIn(String(bytes))),
    }));
    passOn(codex, lines);
  }
  codex.disable();
  await reader.forceFlush();
  const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  const points = metrics.flatMap(({ dataPoints }) => dataPoints.map(({ attributes }) => attributes));
  return [
    ...leftOf(telemetry),
    ...points.flatMap((attributes) => placesOf('metric', attributes as Record<string, AttributeValue>)),
  ];
}

const recordings = join(root, 'test/recordings');
const WITH_ROLLOUTS = readdirSync(recordings)
  .flatMap((version) => readdirSync(join(recordings, version)).map((scenario) => `${version}/${scenario}`))
  .filter((recording) => existsSync(join(recordings, recording, 'rollouts')));

/** Replays recorded rollouts with canaries. */
async function replayAll(canaries: Canaries): Promise<Left[]> {
  const left: Left[] = [];
  for (const recording of WITH_ROLLOUTS) {
    const files = [];
    for (const [index, lines] of rolloutLines(recording).entries()) {
      const file = join(folder, `rollout-${index}.jsonl`);
      await writeFile(file, lines.map((line) => `${canaries.plantIn(line)}\n`).join(''));
      files.push({ ...(await recognizeRollout(rolloutFiles(recording)[index]!))!, file });
    }
    const counters = new Counters();
    const telemetry = Telemetry.ofReplay(counters);
    await replayRollouts(files, { tracerProvider: telemetry.tracerProvider, counters });
    left.push(...leftOf(telemetry), ...[...counters].map(({ reason }) => ({ place: 'counter', text: reason ?? '' })));
  }
  return left;
}

/** The members that a section of docs/privacy.md lists, as `thread.id`, or as `turnId` wherever it stands. */
const listed = (section: string): ReadonlySet<string> => new Set(namesIn(page.section(section)));

/**
 * The members whose strings left, as they are listed. A string that stood in several members may leave if one of them is
 * listed; if none is, all of them are named, with the place.
 */
function membersIn(left: readonly Left[], canaries: Canaries, allowed: ReadonlySet<string>) {
  const found = new Set<string>();
  const leaks = new Set<string>();
  for (const { place, text } of left)
    for (const members of canaries.foundIn(text)) {
      const names = members.flatMap((member) => [member, member.slice(member.indexOf('.') + 1)]);
      const expected = names.filter((name) => allowed.has(name));
      for (const name of expected) found.add(name);
      if (expected.length === 0) leaks.add(`${members.join(' or ')} → ${place}`);
    }
  return { found, leaks: [...leaks] };
}

describe.each([
  ['messages', 'In messages', (canaries: Canaries) => observeWires(canaries, false)],
  ['rollouts', 'In rollouts', replayAll],
] as const)('strings of %s', (_what, section, observe) => {
  const allowed = listed(section);
  const all = new Set<string>();

  it.each(plantings)('with a canary %s: only those leave that docs/privacy.md lists', async (_how, place, plants) => {
    const canaries = new Canaries(plants, place);
    const { found, leaks } = membersIn(await observe(canaries), canaries, allowed);
    for (const name of found) all.add(name);
    expect(leaks).toEqual([]);
  });

  it('are listed in docs/privacy.md only where they leave', () => {
    expect(sorted(all)).toEqual(sorted(allowed));
  });
});

it('content capture lets strings of content leave in its four attributes and nowhere else', async () => {
  const canaries = new Canaries(isText, 'behind');
  const left = await observeWires(canaries, true);
  const isContent = ({ place }: Left) => CONTENT.some((name) => place === `span ${name}`);
  const content = membersIn(left.filter(isContent), canaries, new Set(['item.command', 'content.text']));
  expect([...content.found].toSorted()).toEqual(['content.text', 'item.command']);
  const others = left.filter((one) => !isContent(one));
  expect(membersIn(others, canaries, listed('In messages')).leaks).toEqual([]);
});
