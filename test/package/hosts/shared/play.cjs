const { readFileSync } = require('node:fs');
const { createInterface } = require('node:readline');

/** The lines of a wire log. */
const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/**
 * Plays one side of a recorded connection: says what that side said, each message after all that came before it from the
 * other side. Resolves when both have said everything.
 */
function play(file, side, { input, output }) {
  const messages = linesOf(file).filter(({ msg }) => msg !== undefined);
  let next = 0;
  return new Promise((resolve) => {
    const goOn = () => {
      for (; messages[next]?.from === side; next += 1) output.write(`${JSON.stringify(messages[next].msg)}\n`);
      if (next === messages.length) resolve();
    };
    createInterface({ input }).on('line', () => {
      next += 1;
      goOn();
    });
    goOn();
  });
}

exports.linesOf = linesOf;
exports.play = play;
