import type {
  ByHandConnection,
  CodexInstrumentation,
  ConnectOptions,
} from '../../src/instrumentation/instrumentation.js';
import { conversation, type Step } from './conversation.js';

/** Passes a step on to a connection by hand, as one line. */
export function pass(connection: ByHandConnection, { from, text }: Pick<Step, 'from' | 'text'>): void {
  if (from === 'client') connection.fromClient(`${text}\n`);
  else connection.fromServer(`${text}\n`);
}

/** Passes a recorded session's first connection by hand, to its end. */
export function passAll(codex: CodexInstrumentation, recording: string, options?: ConnectOptions): void {
  const connection = codex.connect(options);
  for (const step of conversation(recording)) if (step.connection === 'c1') pass(connection, step);
  connection.close();
}
