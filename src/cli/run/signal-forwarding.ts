import type { ChildProcess } from 'node:child_process';
import type { SignalSource } from '../interruption.js';

/**
 * Signals that are meant for the app-server. The others are a fault of a process itself (`SIGSEGV`), cannot be caught
 * (`SIGKILL`), or belong to Node (`SIGPROF`) and to terminals (`SIGTTIN`).
 */
const FORWARDED: readonly NodeJS.Signals[] = [
  ...(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2', 'SIGALRM', 'SIGVTALRM'] as const),
  ...(['SIGWINCH', 'SIGURG', 'SIGIO', 'SIGPWR', 'SIGXCPU', 'SIGXFSZ'] as const),
];

/** A console of Windows sends these to every process in it, and `kill` would end the app-server there. */
const LISTENED_ON_WINDOWS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGBREAK', 'SIGHUP'];

/**
 * Passes signals on to an app-server that leads a process group of its own, so each reaches it once: a
 * terminal's signals go to our group alone. Returns a function that ends this.
 */
export function forwardSignals(child: ChildProcess, source: SignalSource): () => void {
  const isWindows = process.platform === 'win32';
  const listeners = isWindows
    ? LISTENED_ON_WINDOWS.map((signal) => [signal, () => undefined] as const)
    : [
        ...FORWARDED.map((signal) => [signal, () => void child.kill(signal)] as const),
        ['SIGTSTP', () => stop(child, source)] as const,
        ['SIGCONT', () => signalGroup(child, 'SIGCONT')] as const,
      ];
  return listenTo(source, listeners);
}

/**
 * A terminal sends these to every process of its foreground group. SIGHUP is none of them: if a terminal is closed, only the
 * leader of its session gets it, which is this process where no shell started it.
 */
const OF_TERMINALS: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT', 'SIGWINCH']);

/**
 * Passes signals on to a child in this process's own group, and stays alive until it has ended. The signals of a terminal
 * reach the child by themselves, if there is one. Returns a function that ends this.
 */
export function shareSignals(child: ChildProcess, source: SignalSource, hasTerminal: boolean): () => void {
  const isWindows = process.platform === 'win32';
  const listeners = (isWindows ? LISTENED_ON_WINDOWS : FORWARDED).map((signal) => {
    const reachesChild = isWindows || (hasTerminal && OF_TERMINALS.has(signal));
    return [signal, () => reachesChild || child.kill(signal)] as const;
  });
  return listenTo(source, listeners);
}

function listenTo(source: SignalSource, listeners: readonly (readonly [NodeJS.Signals, () => void])[]): () => void {
  for (const [signal, listener] of listeners) source.on(signal, listener);
  return () => {
    for (const [signal, listener] of listeners) source.off(signal, listener);
  };
}

/** Ctrl-Z. The kernel ignores SIGTSTP in a group that no shell controls, so the app-server gets SIGSTOP. */
function stop(child: ChildProcess, source: SignalSource): void {
  signalGroup(child, 'SIGSTOP');
  if (source === process) process.kill(process.pid, 'SIGSTOP');
}

/** Sends a signal to the process group that a child leads; 0 only looks. Returns whether there still is such a group. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    return pid !== undefined && process.kill(-pid, signal);
  } catch {
    return false;
  }
}
