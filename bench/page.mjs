// The page about speed, made of the results of one run.
import { cpus } from 'node:os';
import { formatted } from '../scripts/formatted.mjs';

/** docs/benchmarks.md, as the formatter writes it. */
export async function page(results) {
  const path = new URL('../docs/benchmarks.md', import.meta.url).pathname;
  return formatted(path, text(results));
}

function text(results) {
  const missed = results.filter(({ claim, result }) => result.ratio > claim.aim);
  return `# Benchmarks

<!-- written by \`npm run bench\` -->

Each row is one claim: our side, divided by a baseline. Both run by turns in one process, once a round, so a slow moment of
the machine meets both. The ratio is the median of the rounds' ratios; the amounts are medians, too. Of three such processes
the one with the median ratio is shown; the files \`import\` and \`run\` start processes in each round. "Must" is the mark that
\`npm run bench -- --check\` demands, "aim" the one that we want. The last column names the file under \`bench/\`.

Measured with Node ${process.version} on ${cpus().length} cores (${cpus()[0].model}).

| what ÷ what | ratio | must | aim | ours | baseline | warm-up + rounds | file |
|---|---|---|---|---|---|---|---|
${results.map(row).join('\n')}

${missed.length === 0 ? 'Every aim is reached.' : `## Missed aims\n\n${missed.map(reason).join('\n')}`}
`;
}

function row({ claim, result, file }) {
  const { ratio, ours, baseline, warmUp, rounds } = result;
  const mark = ratio > claim.must ? `**${precise(ratio)}**` : precise(ratio);
  const amounts = [amount(ours, claim), amount(baseline, claim)];
  const cells = [`${claim.ours} ÷ ${claim.baseline}`, mark, claim.must, claim.aim, ...amounts, `${warmUp} + ${rounds}`];
  return `| ${[...cells, `\`${file.split('.')[0]}\``].join(' | ')} |`;
}

const reason = ({ claim, result }) =>
  `- ${claim.ours}: ${precise(result.ratio)} instead of ${claim.aim}. ${claim.missed ?? 'The reason is not known yet.'}`;

/** A ratio, so that one beside its mark differs from it. */
const precise = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));

function amount(value, { unit }) {
  if (unit !== 'ms') return `${number(value)} ${unit}`;
  if (value < 1e-3) return `${(value * 1e6).toFixed(0)} ns`;
  return value < 1 ? `${(value * 1e3).toPrecision(3)} µs` : `${value.toPrecision(3)} ms`;
}
