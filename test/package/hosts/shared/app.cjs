// A host without a line of telemetry; run with `--require opentelemetry-instrumentation-codex/register`.
const process = require('node:process');
const { talk } = require('./client.cjs');

void talk(process.argv[2]).then(() => process.stdout.write('the host is done\n'));
