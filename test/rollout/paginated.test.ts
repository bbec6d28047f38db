import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { countLines } from '../../src/session/turns/totals/diff.js';
import { recordedEvents } from '../events/recorded.js';
import { changed, observed, observedOf, only, rolloutLines, toolEnds } from './recorded.js';

const linesOf = (recording: string) => rolloutLines(recording)[0]!;
const isOf = (type: string) => (line: string) => line.includes(`"type":"${type}"`);

/** The lines up to the first of this type, without it. */
const before = (lines: readonly string[], type: string) => lines.slice(0, lines.findIndex(isOf(type)));

describe('a paginated rollout, usage', () => {
  const lastInputs = (lines: readonly string[]) =>
    only(observedOf(lines), 'thread/tokenUsage/updated').map(({ params }) => params.tokenUsage.last.inputTokens > 0);
  const withoutUsage = (lines: readonly string[]) => lines.filter((line) => !isOf('token_usage_record')(line));

  it('a count that follows no response repeats what was used before: a failed turn of a fork used nothing', () => {
    const lines = linesOf('0.171.0/patch-same-file-twice');
    expect(new Set(lastInputs(lines))).toEqual(new Set([true]));
    expect(new Set(lastInputs(withoutUsage(lines)))).toEqual(new Set([false]));
  });

  it('a count in version 0.152, which does not record the usage of responses, has that of the last one', () => {
    const older = linesOf('0.171.0/patch-same-file-twice').map((line) =>
      isOf('session_meta')(line) ? changed(line, ({ payload }) => (payload['cli_version'] = '0.152.0')) : line,
    );
    expect(new Set(lastInputs(withoutUsage(older)))).toEqual(new Set([true]));
  });
});

describe('a paginated rollout, threads', () => {
  it('reads the thread from session_meta', async () => {
    const [thread] = only(await observed('0.171.0/patch-same-file-twice'), 'thread/started');
    expect(thread).toMatchObject({
      connection: { transport: null, source: 'rollout' },
      params: {
        thread: { threadSource: 'user', ephemeral: false, originator: 'codex_vscode', preview: false },
      },
      recorded: { method: 'start', codexVersion: '0.171.0', model: 'gpt-5.5', parentTurnId: null },
    });
  });

  it('reports a fork as a thread with earlier turns, and none of those turns', async () => {
    const observations = await observed('0.158.0/thread-resume-fork-archive');
    const [thread, fork] = only(observations, 'thread/started');
    expect(fork).toMatchObject({
      params: { thread: { forkedFromId: thread?.params.thread.id, preview: true } },
      recorded: { method: 'fork' },
    });
    const turns = only(observations, 'turn/started').map(({ params }) => params.threadId);
    expect(turns.filter((id) => id === fork?.params.thread.id)).toHaveLength(1);
  });

  const forkLines = () => rolloutLines('0.158.0/thread-resume-fork-archive')[1]!;
  const startOf = (lines: readonly string[]) => only(observedOf(lines), 'thread/started')[0];

  it('a fork has the model of its own settings, not that of the thread that it is made of', () => {
    const withModel = (line: string) =>
      changed(line, ({ payload }) => Object.assign(payload['thread_settings'] as object, { model: 'gpt-fork' }));
    const lines = forkLines();
    expect(startOf(lines)?.recorded.model).toBe('gpt-5.5');
    const others = lines.map((line) => (isOf('thread_settings_applied')(line) ? withModel(line) : line));
    expect(startOf(others)?.recorded.model).toBe('gpt-fork');
    expect(startOf(lines.slice(0, 1))?.recorded.model).toBe('gpt-5.5');
  });

  it('a fork from before the first turn has no turns', () => {
    const [meta = '', ...rest] = forkLines();
    const withoutBase = changed(meta, ({ payload }) => delete payload['history_base']);
    expect(startOf([meta, ...rest])?.params.thread.preview).toBe(true);
    expect(startOf([withoutBase, ...rest])?.params.thread.preview).toBe(false);
  });

  it("leaves out the parent's history that a subagent's rollout repeats", async () => {
    const observations = await observed('0.171.0/multi-agent-v2');
    const [parent, child] = only(observations, 'thread/started');
    const turns = only(observations, 'turn/completed').map(({ params }) => [params.threadId, params.turn.id.slice(-4)]);
    expect(turns).toEqual([
      [child?.params.thread.id, '328e'],
      [child?.params.thread.id, '7e97'],
      [parent?.params.thread.id, '4e92'],
    ]);
    expect(child).toMatchObject({
      params: { thread: { sessionId: parent?.params.thread.id, parentThreadId: parent?.params.thread.id } },
      recorded: { method: 'spawn', parentTurnId: '01a2214f-c1f4-7b72-a0d1-dd408e804e92' },
    });
  });

  it("takes a guardian's model and parent turn from its first turn", async () => {
    const [, guardian] = only(await observed('0.171.0/guardian-slow-then-approved'), 'thread/started');
    expect(guardian).toMatchObject({
      params: { thread: { source: { subagentSource: 'guardian' } } },
      recorded: { method: 'spawn', model: 'gpt-5.5', parentTurnId: expect.stringMatching(/677c$/) as string },
    });
  });

  it('finds CODEX_HOME above the folder `sessions`', () => {
    const [thread] = only(observedOf(linesOf('0.171.0/compact-failed')), 'thread/started');
    expect(thread?.recorded.codexHome).toBe('/home/dev/.codex');
  });

  it('counts and skips records without a session_meta before them', () => {
    const counters = new Counters();
    expect(observedOf(linesOf('0.171.0/compact-failed').slice(1), counters)).toEqual([]);
    expect(counters.get('messages.skipped', 'before the thread')).toBeGreaterThan(0);
  });
});

describe('a paginated rollout, turns', () => {
  it("reports a turn's settings before the turn, though they are recorded after it", async () => {
    const observations = await observed('0.171.0/patch-same-file-twice');
    const methods = observations.map((one) => ('method' in one ? one.method : one.type));
    expect(methods.slice(0, 5)).toEqual([
      'connection opened',
      'thread/started',
      'thread/settings/updated',
      'turn/started',
      'item/started',
    ]);
    const [settings] = only(observations, 'thread/settings/updated');
    expect(settings?.params.threadSettings).toMatchObject({
      model: 'gpt-5.5',
      modelProvider: 'mock',
      effort: null,
      approvalPolicy: 'on-request',
      approvalsReviewer: 'user',
      sandboxPolicy: { type: 'workspaceWrite', networkAccess: false },
    });
    const [turn] = only(observations, 'turn/started');
    expect(turn?.recorded).toMatchObject({ serviceTier: 'default', multiAgentVersion: 'v1', initializationMode: null });
  });

  it('reports the trigger of a turn', async () => {
    const triggers = only(await observed('0.171.0/guardian-slow-then-approved'), 'turn/started').map(
      ({ recorded: { trigger, initializationMode } }) => [trigger, initializationMode],
    );
    expect(triggers).toEqual([
      [null, null],
      ['guardian_review', 'new'],
    ]);
  });

  it("reports the repository's hash for turns in the thread's own folder only", () => {
    const lines = linesOf('0.171.0/patch-same-file-twice');
    const hashOf = (all: readonly string[]) => only(observedOf(all), 'turn/started')[0]?.recorded.repoHash;
    expect(hashOf(lines)).toBe('dd21ccab03c5611071e6efee6fe4387f3adbef5c');
    const elsewhere = lines.map((line) =>
      isOf('turn_context')(line) ? changed(line, ({ payload }) => (payload['cwd'] = '/elsewhere')) : line,
    );
    expect(hashOf(elsewhere)).toBeNull();
  });

  it('leaves the service tier unknown where one is named', () => {
    const lines = linesOf('0.171.0/compact-failed').map((line) =>
      isOf('thread_settings_applied')(line)
        ? changed(line, ({ payload }) => Object.assign(payload['thread_settings'] as object, { service_tier: 'fast' }))
        : line,
    );
    expect(only(observedOf(lines), 'turn/started')[0]?.recorded.serviceTier).toBeNull();
  });

  it('reports one diff for each turn with patches', async () => {
    const observations = await observed('0.171.0/patch-same-file-twice');
    const diffs = only(observations, 'turn/diff/updated').map(({ params }) => params.diff);
    expect(diffs.every((diff) => diff.startsWith('diff --git '))).toBe(true);
    expect(diffs.length).toBeGreaterThan(0);
  });

  it('reports diffs with as many lines as Codex counted', async () => {
    const recording = '0.171.0/patch-same-file-twice';
    const ours = only(await observed(recording), 'turn/diff/updated').map(({ params }) => ({
      turn_id: params.turnId,
      lines: countLines(params.diff),
    }));
    const counted = recordedEvents().filter(
      ({ version, scenario, event }) =>
        `${version}/${scenario}` === recording && event.event_type === 'codex_accepted_line_fingerprints',
    );
    expect(ours).toEqual(
      counted.map(({ event: { event_params: event } }) => ({
        turn_id: event['turn_id'],
        lines: { addedLines: event['accepted_added_lines'], deletedLines: event['accepted_deleted_lines'] },
      })),
    );
  });

  it('reports no steer for a completed turn of one message, and an unknown number otherwise', () => {
    const lines = linesOf('0.171.0/patch-same-file-twice');
    const message = lines.find(isOf('UserMessage'))!;
    const steersOf = (all: readonly string[]) => only(observedOf(all), 'turn/completed')[0]?.recorded.steerCount;
    expect(steersOf(lines)).toBe(0);
    expect(steersOf(lines.flatMap((line) => (line === message ? [line, line] : [line])))).toBeNull();
    const aborted = changed(lines.find(isOf('task_complete'))!, ({ payload }) => (payload['type'] = 'turn_aborted'));
    expect(steersOf([...before(lines, 'task_complete'), aborted])).toBeNull();
  });

  it("reports a recorded error in the protocol's form", () => {
    const lines = linesOf('0.171.0/compact-failed');
    const info = { http_connection_failed: { http_status_code: 503 } };
    const failed = changed(lines.find(isOf('task_complete'))!, ({ payload }) => {
      payload['error'] = { message: 'no', codex_error_info: info };
    });
    const [turn] = only(observedOf([...before(lines, 'task_complete'), failed]), 'turn/completed');
    expect(turn?.params.turn).toMatchObject({
      status: 'failed',
      error: { codexErrorInfo: { httpConnectionFailed: { httpStatusCode: 503 } } },
    });
  });

  it('leaves the status unknown where the version records no errors and there is no last message', () => {
    const lines = linesOf('0.158.0/approval-two-pending');
    const silent = changed(lines.find(isOf('task_complete'))!, ({ payload }) => (payload['last_agent_message'] = null));
    const statusOf = (all: readonly string[]) => only(observedOf(all), 'turn/completed')[0]?.params.turn.status;
    expect(statusOf(lines)).toBe('completed');
    expect(statusOf([...before(lines, 'task_complete'), silent])).toBeNull();
  });

  it('reports no end of a turn whose server was killed', () => {
    const lines = before(linesOf('0.171.0/patch-same-file-twice'), 'task_complete');
    const observations = observedOf(lines);
    expect(only(observations, 'turn/started')).toHaveLength(1);
    expect(only(observations, 'turn/completed')).toHaveLength(0);
    expect(observations.at(-1)?.type).toBe('connection closed');
  });

  it("reports a reviewer's commands in the reviewed thread's turn, and no turn of the reviewer", async () => {
    const observations = await observed('0.171.0/review-inline');
    const tasks = only(observations, 'turn/completed').map(({ params, recorded }) => [
      params.turn.id.slice(-4),
      recorded.task,
    ]);
    expect(tasks).toEqual([
      ['d95f', 'regular'],
      ['aef6', 'review'],
      ['b1f9', 'regular'],
    ]);
    const [command] = toolEnds(observations);
    expect(command?.params).toMatchObject({
      threadId: only(observations, 'thread/started')[0]?.params.thread.id,
      turnId: expect.stringMatching(/aef6$/) as string,
      item: { type: 'commandExecution', source: 'unifiedExecStartup' },
    });
    const [, reviewer] = only(observations, 'thread/started');
    expect(reviewer?.recorded).toMatchObject({ method: 'spawn', model: 'gpt-5.5' });
  });

  it.each([
    ['0.163.0', false],
    ['0.164.0', true],
  ])("a reviewer's commands have events from 0.164 on: of version %s %s", (version, hasEvent) => {
    const lines = linesOf('0.171.0/review-inline').map((line) =>
      isOf('session_meta')(line) ? changed(line, ({ payload }) => (payload['cli_version'] = version)) : line,
    );
    expect(toolEnds(observedOf(lines)).map(({ recorded }) => recorded.hasEvent)).toEqual([hasEvent]);
  });
});

describe('a paginated rollout, compactions', () => {
  const compactions = (observations: Awaited<ReturnType<typeof observed>>) =>
    toolEnds(observations).filter(({ params }) => params.item.type === 'contextCompaction');

  it('reports a compaction as manual where its turn does nothing else', async () => {
    const observations = await observed('0.158.0/compact-manual');
    expect(compactions(observations).map(({ recorded }) => recorded.compaction)).toEqual([
      {
        trigger: 'manual',
        phase: 'standalone_turn',
        status: 'completed',
        activeContextTokensAfter: expect.any(Number) as number,
      },
    ]);
    const tasks = only(observations, 'turn/completed').map(({ recorded }) => recorded.task);
    expect(tasks).toEqual(['regular', 'compaction', 'regular']);
  });

  it('reports a compaction as automatic where its turn does more', () => {
    const lines = linesOf('0.158.0/compact-manual');
    const compaction = lines.findIndex(isOf('ContextCompaction'));
    const turnId = (JSON.parse(lines[compaction]!) as { payload: { turn_id: string } }).payload.turn_id;
    const message = changed(lines.find(isOf('UserMessage'))!, ({ payload }) => (payload['turn_id'] = turnId));
    const more = [...lines.slice(0, compaction + 1), message, ...lines.slice(compaction + 1)];
    expect(compactions(observedOf(more))[0]?.recorded.compaction).toMatchObject({ trigger: 'auto', phase: 'pre_turn' });
  });

  /** A thread's second turn has no context; it repeats what was used, or not, and ends so. */
  const cutShort = (repeatsUsage: boolean, end: object) => {
    const lines = linesOf('0.171.0/patch-same-file-twice');
    const [turn_id, at] = ['01a30000-0000-7000-8000-000000000001', Date.parse('2027-01-01')];
    const record = (payload: object, ordinal: number) =>
      JSON.stringify({ timestamp: new Date(at + ordinal).toISOString(), ordinal, type: 'event_msg', payload });
    const attribution = { turn_attribution: { turn_id, turn_trigger: null, parent_turn_id: null } };
    const message = changed(lines.find(isOf('UserMessage'))!, ({ payload }) => (payload['turn_id'] = turn_id));
    const count = lines.findLast(isOf('token_count'))!;
    return observedOf([
      ...lines,
      record({ type: 'task_started', turn_id, started_at: at / 1000, ...attribution }, 1000),
      ...(repeatsUsage ? [count] : []),
      message,
      record({ turn_id, started_at: at / 1000, completed_at: at / 1000 + 1, duration_ms: 900, ...end }, 1003),
    ]);
  };
  const FAILED = { type: 'task_complete', last_agent_message: null, error: { codex_error_info: 'server_overloaded' } };
  const ABORTED = { type: 'turn_aborted', reason: 'interrupted' };

  it.each([
    ['failed', false, FAILED],
    ['interrupted', true, ABORTED],
  ])(
    'a turn that %s before its context was recorded did so in a compaction, and did nothing else',
    (status, repeatsUsage, end) => {
      const observations = cutShort(repeatsUsage, end);
      expect(compactions(observations).map(({ recorded }) => recorded.compaction)).toEqual([
        { trigger: 'auto', phase: 'pre_turn', status, activeContextTokensAfter: null },
      ]);
      expect(only(observations, 'turn/completed').at(-1)?.recorded.task).toBe('none');
    },
  );

  it('a turn that was interrupted before its context was recorded, and repeats no usage, did nothing at all', () => {
    const observations = cutShort(false, ABORTED);
    expect(compactions(observations)).toEqual([]);
    expect(only(observations, 'turn/completed').at(-1)?.recorded.task).toBe('none');
  });

  it("reports a failed or interrupted compaction with its turn's times", async () => {
    const observations = await observed('0.171.0/compact-failed');
    expect(
      compactions(observations).map(({ params, recorded }) => [params.completedAtMs, recorded.compaction?.status]),
    ).toEqual([
      [null, 'failed'],
      [null, 'interrupted'],
    ]);
    expect(only(observations, 'turn/completed').map(({ recorded }) => recorded.task)).toEqual([
      'regular',
      'compaction',
      'compaction',
    ]);
  });
});
