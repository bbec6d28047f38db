const START = 1_795_400_000_000;
const THREAD = '01a2060e-5c18-7110-ba01-00000000cafe';
const TURN = '01a2060e-5c3c-79e2-a7a2-00000000cafe';

/**
 * A wire log of one turn with so many commands. `open`: none of them completes, so all their spans end at once, with the
 * recording.
 */
export function longSession(items: number, { open = false } = {}): string {
  const lines: object[] = [{ at: START, conn: 'c1', event: 'open', transport: 'stdio', server: 1 }];
  const client = (msg: object) => lines.push({ at: START + lines.length, conn: 'c1', from: 'client', msg });
  const server = (msg: object) => lines.push({ at: START + lines.length, conn: 'c1', from: 'server', msg });

  client({ method: 'initialize', id: 1, params: { clientInfo: { name: 'acme', version: '1.0.0' } } });
  server({
    id: 1,
    result: { userAgent: 'acme/0.169.0 (Debian 12.0.0; x86_64) xterm (acme; 1.0.0)', platformOs: 'linux' },
  });
  client({ method: 'thread/start', id: 2, params: { threadSource: 'user' } });
  server({
    id: 2,
    result: {
      thread: { id: THREAD, sessionId: THREAD, ephemeral: false, createdAt: START / 1000, turns: [] },
      model: 'gpt-5.5',
      modelProvider: 'acme',
      approvalPolicy: 'never',
      sandbox: { type: 'readOnly' },
    },
  });
  client({ method: 'turn/start', id: 3, params: { threadId: THREAD, input: [{ type: 'text', text: 'Go' }] } });
  const turn = { id: TURN, items: [], status: 'inProgress', error: null };
  server({ id: 3, result: { turn } });
  server({ method: 'turn/started', params: { threadId: THREAD, turn }, emittedAtMs: START + 10 });
  for (let index = 0; index < items; index++) {
    const startedAtMs = START + 20 + index;
    const item = {
      type: 'commandExecution',
      id: `call_${index}`,
      command: 'ls',
      cwd: '/',
      source: 'agent',
      commandActions: [],
    };
    const params = { threadId: THREAD, turnId: TURN };
    const started = { ...item, status: 'inProgress' };
    server({ method: 'item/started', params: { ...params, item: started, startedAtMs }, emittedAtMs: startedAtMs });
    if (open) continue;
    const completedAtMs = startedAtMs + 5;
    const completed = { ...item, status: 'completed', exitCode: 0, durationMs: 5 };
    server({
      method: 'item/completed',
      params: { ...params, item: completed, completedAtMs },
      emittedAtMs: completedAtMs,
    });
  }
  if (!open)
    server({
      method: 'turn/completed',
      params: { threadId: THREAD, turn: { ...turn, status: 'completed', durationMs: 20 + items } },
      emittedAtMs: START + 30 + items,
    });
  lines.push({ at: START + 2 * items + 100, conn: 'c1', event: 'close' });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
