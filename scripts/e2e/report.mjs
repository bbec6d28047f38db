/** What was checked, said as it goes. */
export class Report {
  failures = 0;

  heading(text) {
    console.log(`\n${text}`);
  }

  note(text) {
    console.log(`     ${text}`);
  }

  /** A promise kept or not; `detail` is said where it is not. */
  check(promise, holds, detail = '') {
    console.log(`${holds ? 'ok   ' : 'FAIL '}${promise}`);
    if (holds) return;
    this.failures += 1;
    if (detail !== '') console.log(`       ${detail}`);
  }

  equal(promise, actual, expected) {
    const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
    this.check(promise, is === should, `is ${is}, should be ${should}`);
  }
}
