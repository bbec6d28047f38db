// Measures every claim about speed and writes docs/benchmarks.md. `npm run bench -- delta heap` measures those files and
// writes nothing; with `--check` it exits with 1 if a ratio is above its "must"; `--cpu` measures CPU time and writes nothing.
import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { page } from './page.mjs';

const [options, names] = [[], []];
for (const argument of process.argv.slice(2)) (argument.startsWith('--') ? options : names).push(argument);

const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mjs') && (names.length === 0 || names.includes(file.split('.')[0])))
  .sort();

/** V8 decides once a process how it compiles, and a machine has slow minutes: each file is measured in so many processes. */
const PROCESSES = 3;
/** These start processes in each round. */
const OF_PROCESSES = ['import.bench.mjs', 'run.bench.mjs'];

/** The results of one file, measured in a process of its own. */
async function measure(file) {
  const results = [];
  const url = new URL(file, import.meta.url).href;
  const child = fork(new URL('claim.mjs', import.meta.url), [url, ...options], { execArgv: ['--expose-gc'] });
  child.on('message', (measured) => {
    results.push({ file, ...measured });
    console.log(line(results.at(-1)));
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${file} failed`);
  return results;
}

const isMissed = ({ claim, result }) => !(result.ratio <= claim.must);

function line({ claim, result, file }) {
  const mark = isMissed({ claim, result }) ? 'MISSED' : result.ratio <= claim.aim ? 'aim' : 'must';
  const ratio = result.ratio.toPrecision(3).padStart(8);
  const amounts = [result.ours, result.baseline].map((amount) => `${amount.toPrecision(3)} ${claim.unit}`).join(' ÷ ');
  return `${ratio}  must ${claim.must}, aim ${claim.aim}  ${mark.padEnd(6)}  ${claim.ours} ÷ ${claim.baseline}: ${amounts} (${file})`;
}

/** The results of each claim. */
const measured = new Map();
for (let round = 0; round < PROCESSES; round++) {
  for (const file of files.filter((each) => round === 0 || !OF_PROCESSES.includes(each))) {
    for (const [place, result] of (await measure(file)).entries()) {
      const claim = `${file} ${place}`;
      measured.set(claim, [...(measured.get(claim) ?? []), result]);
    }
  }
}
const results = [...measured.values()].map(
  (each) => each.toSorted((a, b) => a.result.ratio - b.result.ratio)[each.length >> 1],
);
const missed = results.filter(isMissed);
for (const result of missed) console.log(line(result));
console.log(`${results.length - missed.length} of ${results.length} claims hold.`);
if (names.length === 0 && !options.includes('--cpu'))
  await writeFile(new URL('../docs/benchmarks.md', import.meta.url), await page(results));
if (options.includes('--check') && missed.length > 0) process.exitCode = 1;
