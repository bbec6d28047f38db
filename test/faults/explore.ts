import fc from 'fast-check';

/** How long a property is tried in `npm run check`: all of them together take less than two minutes. */
const SECONDS = 15;
/** The smallest session that breaks a property is looked for no longer than this. */
const SHRINKING_MS = 30_000;
/** Sessions of one batch: so many are run before the state that they left behind is looked at. */
const BATCH = 100;

/**
 * `FAULTS_SEED` repeats a failure, which prints it. A check begins with the same seed each time, so that a change is not
 * blamed for what it did not break; the nightly run begins with another one each night. `FAULTS_LINES` is how many mutated lines each property gets; without it
 * the time is the limit.
 */
const SEED = Number(process.env['FAULTS_SEED'] ?? 1);
const LINES = process.env['FAULTS_LINES'] === undefined ? undefined : Number(process.env['FAULTS_LINES']);

/** More than any run needs: the number of lines, or the time, ends it. */
export const PROPERTY_TIMEOUT_MS = 12 * 3_600_000;

/** By a clock that tests do not replace. */
const seconds = (): number => Number(process.hrtime.bigint()) / 1e9;

/**
 * Tries a property on values of `arbitrary`, in batches, and prints how much was tried. The error of a value that breaks it
 * has the smallest such value that was found, and the seed whose first batch holds it.
 *
 * @param run resolves with the number of lines that it passed on
 * @param afterBatch looks at what a batch left behind
 */
export async function explore<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  run: (value: T) => number | Promise<number>,
  afterBatch: () => void | Promise<void> = () => {},
): Promise<void> {
  const until = seconds() + SECONDS;
  let lines = 0;
  let sessions = 0;
  let seed = SEED;
  let running: Promise<number> | undefined;
  for (let isOver = false; !isOver; seed += 1) {
    const property = fc.asyncProperty(arbitrary, async (value) => {
      if (LINES === undefined && sessions > 0 && seconds() >= until) return;
      running = Promise.resolve(run(value));
      lines += await running;
      sessions += 1;
    });
    try {
      await fc.assert(property, {
        seed,
        numRuns: BATCH,
        plugins: [fc.interruptAfterTimeLimit(SHRINKING_MS)],
      });
      // On a busy machine fast-check interrupts a batch without waiting for its last session, which still holds state then.
      await running;
      await afterBatch();
    } catch (error) {
      throw new Error(`FAULTS_SEED=${seed} npm run test:faults -- -t '${name}' repeats this.\n${String(error)}`, {
        cause: error,
      });
    }
    isOver = LINES === undefined ? seconds() >= until : lines >= LINES;
  }
  console.log(`${name}: ${lines} lines of ${sessions} mutated sessions, from FAULTS_SEED=${SEED} on`);
}
