import { spawn } from 'node:child_process';

/** The watchdog's name in a list of processes. */
const NAME = 'codex-otel-watchdog';

/**
 * Waits until its standard input ends, which it does with the process that holds the other end, however that dies. An
 * app-server that ends by itself then, because its own input has ended, is left alone; after two seconds it gets SIGTERM,
 * and three seconds later its whole process group SIGKILL.
 */
const SCRIPT = `
read -r _
n=0
while kill -s 0 "$1" 2>/dev/null; do
  n=$((n + 1))
  case $n in
    3) kill -s TERM "$1" ;;
    6) kill -s KILL -- "-$1"; exit ;;
  esac
  sleep 1
done
`;

/**
 * Ends an app-server whose `codex-otel run` was killed so hard (SIGKILL, out of memory) that it could not pass anything on.
 * Node cannot ask the kernel for that (Linux: `prctl(PR_SET_PDEATHSIG)`), so a shell waits in a session of its own. Where
 * there is no shell, and on Windows, the app-server sees only the end of its input. Returns a function that ends the watch.
 */
export function watchOver(pid: number | undefined): () => void {
  if (pid === undefined || process.platform === 'win32') return () => undefined;
  const watchdog = spawn('/bin/sh', ['-c', SCRIPT, NAME, String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.on('error', () => undefined); // no shell
  watchdog.stdin.on('error', () => undefined);
  watchdog.unref();
  return () => void watchdog.kill('SIGKILL');
}
