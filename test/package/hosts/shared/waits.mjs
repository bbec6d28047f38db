// A host in the middle of a turn; run with `--import opentelemetry-instrumentation-codex/register` and a recording that
// ends there. With `graceful` it handles SIGTERM itself, once: it lets its app-server go and ends when that has gone.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { play } from './play.cjs';

const [recording, how] = process.argv.slice(2);
const codex = fileURLToPath(new URL('codex', import.meta.url));
const server = spawn(process.execPath, [codex, 'app-server', recording], { stdio: ['pipe', 'pipe', 'inherit'] });
if (how === 'graceful') process.once('SIGTERM', () => server.stdin.end());
await play(recording, 'client', { input: server.stdout, output: server.stdin });
process.stdout.write('waiting\n');
