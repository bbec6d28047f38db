import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Session, type SessionOptions } from '../session.js';

const SHA = '9a967e78e22f2206a8d7c4d624151177158046d1';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The `vcs.*` attributes of the spans of a session in a repository, by the spans' types. */
function attributesOf(options: SessionOptions, gitInfo: object | null = remote('git@github.com:acme/Widgets.git')) {
  const session = new Session(options);
  const thread = session.connect().initialize().startThread({ gitInfo });
  const turn = thread.startTurn();
  turn.askCommand(0, 'call-1').decide('accept');
  turn.completed();
  session.end();
  const vcs = session.spans.map(({ attributes }) => [
    String(attributes['codex.span.type']),
    Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith('vcs.'))),
  ]);
  return { session, vcs: Object.fromEntries(vcs) as Record<string, Record<string, unknown>> };
}

const remote = (originUrl: string | null) => ({ sha: SHA, branch: 'feature/acme', originUrl });

describe('the repository of a thread', () => {
  it('is nowhere by default', () => {
    const { session, vcs } = attributesOf({});
    expect(Object.values(vcs)).toEqual(Array(4).fill({}));
    expect(JSON.stringify([session.facts('turn'), session.events])).not.toMatch(/acme|9a967e78/);
  });

  it('is on initialisations, threads and turns, with its URL and branch where the mode is full', () => {
    const full = {
      'vcs.repository.url.full': 'https://github.com/acme/widgets',
      'vcs.ref.head.name': 'feature/acme',
      'vcs.ref.head.revision': SHA,
    };
    const { vcs } = attributesOf({ repository: 'full' });
    expect(vcs).toEqual({ thread_initialization: full, turn: full, thread: full, review: {} });
  });

  it('has a URL and a branch that are hashes where the mode is hash', () => {
    expect(attributesOf({ repository: 'hash' }).vcs['turn']).toEqual({
      'vcs.repository.url.full': sha256('https://github.com/acme/widgets'),
      'vcs.ref.head.name': sha256('feature/acme'),
      'vcs.ref.head.revision': SHA,
    });
  });

  it.each([
    ['https://github.com/acme/widgets.git'],
    ['ssh://git@github.com/acme/widgets'],
    ['https://user:secret@github.com/acme/widgets'],
  ])('%s is the same repository, without credentials', (url) => {
    const { vcs } = attributesOf({ repository: 'full' }, remote(url));
    expect(vcs['turn']!['vcs.repository.url.full']).toBe('https://github.com/acme/widgets');
  });

  it.each([['/home/dev/widgets'], ['file:///home/dev/widgets'], [null]])(
    'a remote that names no host (%s) has no URL: a path never leaves',
    (url) => {
      const { vcs } = attributesOf({ repository: 'full' }, remote(url));
      expect(vcs['turn']).toEqual({ 'vcs.ref.head.name': 'feature/acme', 'vcs.ref.head.revision': SHA });
    },
  );

  it('a folder without a repository has none', () => {
    expect(attributesOf({ repository: 'full' }, null).vcs['turn']).toEqual({});
  });

  it('an event never has it', () => {
    const { session } = attributesOf({ repository: 'full' });
    expect(session.events.length).toBeGreaterThan(2);
    expect(JSON.stringify(session.events)).not.toMatch(/acme|9a967e78/);
  });
});
