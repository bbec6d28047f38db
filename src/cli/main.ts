import { parseArgs } from 'node:util';
import { replay } from './replay.js';

const [command, ...rest] = process.argv.slice(2);
if (command === 'replay') {
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { events: { type: 'string' }, traces: { type: 'string' } },
  });
  await replay(positionals[0] ?? '-', values);
}
