// Observes a million notifications, ten thousand threads, a hundred thousand interrupted turns and ten thousand connections,
// and prints the curves: memory, state, and the queue of spans and events must not grow on the way. Exits with 1 where one
// does. The time of a notification is printed and not judged: it depends on how busy the machine is.
//
//   npm run soak                         all of it, three to ten minutes
//   npm run soak -- threads connections  these alone
//   npm run soak -- --part 0.1           a tenth of each
//   npm run soak -- --json FILE          writes all samples into a file as well
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const SCENARIOS = ['notifications', 'threads', 'unclosed', 'interrupted', 'connections'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: 'string', default: '1' }, json: { type: 'string' } },
});
const unknown = positionals.filter((name) => !SCENARIOS.includes(name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are ${SCENARIOS.join(', ')}.`);

const MEBIBYTE = 2 ** 20;

/** The curves that must be flat, and how much each may grow on its way: a part of itself, or so much. */
const CURVES = [
  { name: 'heap', part: 0.05, slack: MEBIBYTE },
  ...['servers', 'connections', 'threads', 'turns'].map((name) => ({ name, part: 0.05, slack: 10 })),
  { name: 'waiting', part: 0.5, slack: 512 },
];

const { outputFiles } = await build({
  entryPoints: [new URL('../test/soak/soak.ts', import.meta.url).pathname],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  write: false,
  logLevel: 'error',
  // The SDK's packages are CommonJS and require Node's own modules.
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`,
  },
});

/** Runs one scenario in a process of its own; returns its samples and its totals. */
async function run(name) {
  const args = ['--expose-gc', '--no-warnings', '--input-type=module', '-', name, values.part];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  child.stdin.end(outputFiles[0].text);
  const samples = [];
  for await (const line of createInterface({ input: child.stdout })) samples.push(JSON.parse(line));
  const [code] = await ended;
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  return { name, totals: samples.pop(), samples };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** The curves that grow from the second quarter of the way to the last, by their medians: one odd sample proves nothing. */
function growing({ samples }) {
  const quarter = Math.floor(samples.length / 4);
  return CURVES.flatMap(({ name, part, slack }) => {
    const curve = samples.map((sample) => sample[name]);
    const [early, late] = [median(curve.slice(quarter, 2 * quarter)), median(curve.slice(-quarter))];
    return late > early + Math.max(slack, early * part) ? [`${name} grows from ${early} to ${late}`] : [];
  });
}

const count = (value) => value.toLocaleString('en-US');
const COLUMNS = [
  ['steps', ({ steps }) => count(steps)],
  ['heap MiB', ({ heap }) => (heap / MEBIBYTE).toFixed(2)],
  ['CPU µs/notification', ({ us }) => us.toFixed(1)],
  ...['servers', 'connections', 'threads', 'turns', 'waiting'].map((name) => [name, (sample) => count(sample[name])]),
];

function table(samples) {
  const rows = [COLUMNS.map(([head]) => head), ...samples.map((sample) => COLUMNS.map(([, cell]) => cell(sample)))];
  return rows.map((row) => row.map((cell, column) => cell.padStart(Math.max(9, COLUMNS[column][0].length))).join('  '));
}

const results = [];
for (const name of positionals.length > 0 ? positionals : SCENARIOS) {
  const result = await run(name);
  const { what, notifications, spans, events, lost, given } = result.totals;
  const faults = growing(result);
  if (lost > 0) faults.push(`${count(lost)} spans and events were lost`);
  results.push({ ...result, faults });
  console.log(`\n${count(result.samples.at(-1).steps)} ${what}: ${count(notifications)} notifications,`);
  console.log(`${count(spans)} spans, ${count(events)} events; given up: ${JSON.stringify(given)}\n`);
  console.log(table(result.samples).join('\n'));
  console.log(faults.length === 0 ? '\nflat' : `\nNOT FLAT: ${faults.join('; ')}`);
}
if (values.json !== undefined) await writeFile(values.json, JSON.stringify(results, undefined, 2));
if (results.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
