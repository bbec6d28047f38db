import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { describe, expect, it } from 'vitest';
import * as item from '../session/items.js';
import { Session, commandAction, threadOf, type SessionOptions } from '../session/session.js';

const MARK = 'secret';

/** A session in which every member that can hold content holds the mark. */
function secretSession(options: SessionOptions = {}): Session {
  const session = new Session(options);
  const client = session.connect().initialize();
  const folder = { cwd: '/home/secret/project', preview: 'a secret', name: 'a secret', path: '/home/secret.jsonl' };
  client.notify('configWarning', { summary: 'a secret' });
  client.notify('thread/started', { thread: threadOf({ id: session.nextId(), ...folder }, session.now) });
  const thread = client.startThread(folder, { cwd: '/home/secret/project', instructionSources: ['/home/secret.md'] });
  const input = [
    { type: 'text', text: 'a secret question' },
    { type: 'image', url: 'data:secret' },
    { type: 'localImage', path: '/home/secret.png' },
  ];
  const turn = thread.startTurn({ input, cwd: '/home/secret', responsesapiClientMetadata: { note: 'a secret' } });
  const items = [
    item.command('1'),
    item.patch('2', {
      changes: [{ path: '/secret', kind: { type: 'update', move_path: '/secret2' }, diff: '+secret' }],
    }),
    item.mcp('3', { error: { message: 'a secret' } }),
    item.dynamic('4', { arguments: { secret: 1 }, contentItems: [{ type: 'inputText', text: 'a secret' }] }),
    item.collab('5', { prompt: 'a secret', agentsStates: { a: { status: 'completed', message: 'a secret' } } }),
    item.webSearch('6', { results: [{ url: 'https://secret.example' }] }),
    item.image('7'),
    item.activity('8', 'interacted', session.nextId(), { agentPath: '/root/secret' }),
    item.agentMessage('9'),
    { type: 'reasoning', id: '10', summary: ['a secret'], content: ['a secret'] },
    { type: 'plan', id: '11', text: 'a secret' },
    { type: 'imageView', id: '12', path: '/home/secret.png' },
    item.command('13', { commandActions: [{ type: 'read', path: '/home/secret/x/SKILL.md', command: 'cat secret' }] }),
    item.command('14', { pluginId: 'p@m', scriptPath: '/home/secret.sh' }),
  ];
  for (const each of items) turn.item(each);
  turn.diff('@@ -0,0 +1 @@\n+a secret\n');
  const network = 'network#local#https#secret.example#443#e82e0a88-2135-44e3-a948-6e3c31e6659c';
  turn.askCommand(1, network, { networkApprovalContext: { host: 'secret.example' } }).decide('accept');
  turn.askPermissions(2, '1', { fileSystem: { write: ['/home/secret'] } }).answer({
    permissions: { fileSystem: { write: ['/home/secret'] } },
  });
  turn.guardianCompleted('g', network, 'denied', {
    review: { status: 'denied', riskLevel: 'high', rationale: 'a secret' },
    action: { ...commandAction, command: 'secret', target: 'https://secret.example', host: 'secret.example' },
  });
  const run = { id: 'stop:0:/home/secret/hooks.json', eventName: 'stop', sourcePath: '/home/secret/hooks.json' };
  turn.notify('hook/completed', { run: { ...run, statusMessage: 'a secret', entries: [{ text: 'a secret' }] } });
  thread.notify('thread/goal/updated', { goal: { status: 'active', objective: 'a secret' } });
  const steer = client.request('turn/steer', { threadId: thread.id, expectedTurnId: turn.id, input });
  client.refuse(steer, { code: 1, message: 'a secret', data: { secret: 'a secret' } });
  turn.completed({ status: 'failed', error: { message: 'a secret', codexErrorInfo: { 'a secret': 1 } } });
  return session.end();
}

const exported = ({ spans, events }: Session) =>
  `${Buffer.from(JsonTraceSerializer.serializeRequest(spans) ?? []).toString()}${JSON.stringify(events)}`;

describe('without content capture', () => {
  it('no prompt, answer, command, output, path or host is on a span, in an event or in a counter', () => {
    const session = secretSession();
    expect(exported(session)).not.toContain(MARK);
    expect(JSON.stringify([...session.counters])).not.toContain(MARK);
    expect(session.spans.length).toBeGreaterThan(15);
    expect(new Set(session.types).size).toBeGreaterThan(12);
  });
});

describe('with content capture', () => {
  const session = secretSession({ capturesContent: true });
  const OPT_IN = [
    'gen_ai.input.messages',
    'gen_ai.output.messages',
    'gen_ai.tool.call.arguments',
    'gen_ai.tool.call.result',
  ];

  it('content is in the opt-in attributes of the GenAI conventions, and in no other', () => {
    const filled = new Set<string>();
    for (const span of session.spans)
      for (const [name, value] of Object.entries(span.attributes))
        if (JSON.stringify(value).includes(MARK)) filled.add(name);
    expect([...filled].sort()).toEqual(OPT_IN);
  });

  it('no content is in an event', () => {
    expect(JSON.stringify(session.events)).not.toContain(MARK);
    expect(JSON.stringify(session.facts('item'))).not.toContain(MARK);
  });

  it('a turn has its input and output messages', () => {
    const [turn] = session.spansOf('turn');
    const message = (role: string, content: string, more = {}) => ({
      role,
      parts: [{ type: 'text', content }],
      ...more,
    });
    const read = (name: string) => JSON.parse(String(turn?.attributes[name])) as unknown;
    expect(read('gen_ai.input.messages')).toEqual([message('user', 'a secret question')]);
    expect(read('gen_ai.output.messages')).toEqual([
      message('assistant', 'a secret answer', { finish_reason: 'stop' }),
    ]);
  });

  it('a tool has its arguments, and its result when it completed', () => {
    const open = new Session({ capturesContent: true });
    const turn = open.connect().initialize().startThread().startTurn();
    turn.itemStarted(item.command('1', { aggregatedOutput: null }));
    turn.itemStarted(item.command('2', { aggregatedOutput: null })).itemCompleted(item.command('2'));
    turn.completed();
    open.end();
    const attributes = new Map(open.spansOf('item').map((span) => [span.attributes['codex.item.id'], span.attributes]));
    const names = (id: string) => OPT_IN.filter((name) => attributes.get(id)?.[name] !== undefined);
    expect([names('1'), names('2')]).toEqual([[OPT_IN[2]], [OPT_IN[2], OPT_IN[3]]]);
  });

  it('a turn without messages has no message attributes', () => {
    const open = new Session({ capturesContent: true });
    const thread = open.connect().initialize().startThread();
    thread.notify('turn/started', { turn: { id: open.nextId(), status: 'inProgress' } });
    open.end();
    const names = Object.keys(open.spansOf('turn')[0]?.attributes ?? {});
    expect(names).toContain('codex.turn.id');
    expect(names.filter((name) => name.endsWith('messages'))).toEqual([]);
  });
});
