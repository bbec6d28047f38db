import { spawn } from 'node:child_process';

/** The watchdog's name in a list of processes. */
const NAME = 'codex-otel-watchdog';

/**
 * Waits until its standard input ends, which it does with the process that holds the other end, however that dies. At once it
 * removes leftovers, before another process may use their names: a folder together with the targets of links in it, because
 * from 0.171 on Codex links a socket to one elsewhere, with a lock beside it. A process that ends by itself then, because its
 * own input has ended, is left alone; after two seconds it gets SIGTERM, and three seconds later it and its whole process
 * group SIGKILL.
 */
const SCRIPT = `
read -r _
pid=$1
shift
for path do
  for file in "$path"/*; do
    if [ -L "$file" ]; then target=$(readlink "$file"); rm -f -- "$target" "$target.lock"; fi
  done
  rm -rf -- "$path"
done
n=0
while kill -s 0 "$pid"; do
  n=$((n + 1))
  case $n in
    3) kill -s TERM "$pid" ;;
    6) kill -s KILL -- "-$pid" || kill -s KILL "$pid"; exit ;;
  esac
  sleep 1
done
`;

/**
 * Ends a process whose `codex-otel run` was killed so hard (SIGKILL, out of memory) that it could not pass anything on, and
 * removes the files and folders that `run` would have removed. Node cannot ask the kernel for that (Linux:
 * `prctl(PR_SET_PDEATHSIG)`), so a shell waits in a session of its own. Where there is no shell, and on Windows, the process
 * sees only the end of its input. Returns a function that ends the watch.
 */
export function watchOver(pid: number | undefined, leftovers: readonly string[] = []): () => void {
  if (pid === undefined || process.platform === 'win32') return () => undefined;
  const watchdog = spawn('/bin/sh', ['-c', SCRIPT, NAME, String(pid), ...leftovers], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.on('error', () => undefined); // no shell
  watchdog.stdin.on('error', () => undefined);
  watchdog.unref();
  return () => void watchdog.kill('SIGKILL');
}
