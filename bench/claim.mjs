// Measures the claims of one file. `run.mjs` starts it in a process of its own, so no claim warms or slows another's code.
import { Bench } from 'tinybench';

/**
 * One claim about speed: ours costs at most so many times as much as the baseline.
 *
 * @typedef {object} Claim
 * @property {string} ours Our side of the ratio.
 * @property {string} baseline The other side.
 * @property {number} must The ratio that `--check` demands.
 * @property {number} aim The ratio that we want.
 * @property {string} [missed] Why the aim is missed.
 * @property {number} [warmUp] Rounds before the first that counts. Default: 16.
 * @property {number} [rounds] Rounds that count. Default: 15.
 * @property {number} [count] The operations of one round; the page shows the time of one. Default: 1.
 * @property {string} [unit] The unit of `value`. Without one, the time of a round is measured.
 * @property {() => Subject | Promise<Subject>} subject Prepares our side.
 * @property {() => Subject | Promise<Subject>} against Prepares the baseline.
 *
 * @typedef {object} Subject
 * @property {() => unknown} [prepare] Runs before each round and is not measured.
 * @property {() => unknown} run One round. A promise is awaited.
 * @property {() => number} [value] The value of the round, if it is not its time.
 * @property {() => unknown} [dispose] Runs after the last round.
 */

const WARM_UP = 16;
const ROUNDS = 15;

/** On a busy machine, the CPU time of the process (with `--cpu`) is steadier than the time that passes. */
const cpuTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
};
const clock = process.argv.includes('--cpu') ? { now: cpuTime } : {};

/** Runs both sides of a claim by turns, each once a round, and returns the medians. */
async function measure({ subject, against, warmUp = WARM_UP, rounds = ROUNDS, count = 1 }) {
  const sides = [await subject(), await against()];
  const bench = new Bench({ ...clock, iterations: 1, time: 0, warmup: false, retainSamples: true, throws: true });
  for (const [side, { prepare, run, value }] of sides.entries()) {
    const runForValue = async () => {
      await run();
      return { overriddenDuration: value() };
    };
    bench.add(String(side), value ? runForValue : run, { ...(prepare && { beforeEach: prepare }), async: true });
  }
  const samples = [[], []];
  for (let round = -warmUp; round < rounds; round++) {
    bench.reset();
    await bench.run();
    if (round >= 0) bench.tasks.forEach(({ result }, side) => samples[side].push(result.latency.samples[0]));
  }
  for (const { dispose } of sides) await dispose?.();
  const [ours, baseline] = samples;
  const ratio = median(ours.map((sample, round) => sample / baseline[round]));
  return { ratio, ours: median(ours) / count, baseline: median(baseline) / count, warmUp, rounds };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const { claims } = await import(process.argv[2]);
for (const claim of claims) {
  const { ours, baseline, must, aim, missed, unit = 'ms' } = claim;
  process.send({ claim: { ours, baseline, must, aim, missed, unit }, result: await measure(claim) });
}
process.disconnect();
