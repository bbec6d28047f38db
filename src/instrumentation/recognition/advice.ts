import type { Recognition } from './recognize.js';

/** Advice for the case that Codex runs and cannot be observed by its command line. Each piece is logged once. */
export const ADVICE: Readonly<Partial<Record<Recognition, string>>> = {
  exec: 'The host runs `codex exec`, which does not speak the app-server protocol: it is not observed.',
  listener:
    'The host runs `codex app-server --listen` with a socket: its standard streams carry no messages, so they are not observed. WebSockets of Node itself are observed when the host opens them. Hand over a WebSocket of the package ws with observeWebSocket(socket), and any other connection with connect().',
  image:
    'The host runs a container that is named after Codex, and its command line does not show whether the entry point is an app-server: it is not observed. If it is one, hand the child process over with observeChildProcess(child), or answer "observe" in isAppServerHook.',
};

/** For a runtime that publishes no child processes on the diagnostics channel. */
export const NO_CHANNEL_ADVICE =
  'This runtime does not publish the child processes that the host spawns: hand each app-server over with observeChildProcess(child), right after spawn.';
