import { describe, expect, it } from 'vitest';
import { changed, observed, observedOf, only, rolloutLines, toolEnds } from './recorded.js';

const linesOf = (recording: string) => rolloutLines(recording)[0]!;
const summaries = (observations: Awaited<ReturnType<typeof observed>>) =>
  toolEnds(observations).map(({ params: { item, completedAtMs }, recorded }) => ({
    id: item.id,
    type: item.type,
    status: 'status' in item ? item.status : null,
    hasTimes: completedAtMs !== null,
    responses: [recorded.originatingResponseId, recorded.subsequentResponseId],
  }));

describe('a paginated rollout, items', () => {
  it("reports the protocol's start and completion of an item", async () => {
    const observations = await observed('0.171.0/guardian-slow-then-approved');
    const starts = only(observations, 'item/started').filter(({ params }) => params.item.type !== 'counted');
    expect(starts.map(({ params, at }) => [params.startedAtMs, at])).toContainEqual([1795855080333, 1795855080333]);
    expect(toolEnds(observations).map(({ params }) => params.completedAtMs)).toContain(1795855080882);
  });

  it("leaves a command's start unknown where an older version recorded it after the approval", async () => {
    const observations = await observed('0.158.0/approval-two-pending');
    const [approved, refused] = only(observations, 'item/started').filter(
      ({ params }) => params.item.type !== 'counted',
    );
    expect([approved?.params.startedAtMs, refused?.params.startedAtMs]).toEqual([null, null]);
    // The call came before the approval.
    const call = linesOf('0.158.0/approval-two-pending').find((line) => line.includes('"function_call"'))!;
    expect([approved?.at, refused?.at]).toContain(Date.parse((JSON.parse(call) as { timestamp: string }).timestamp));
  });

  it('reports a refused command from its call and output', async () => {
    const refused = toolEnds(await observed('0.158.0/approval-two-pending')).find(
      ({ params: { item } }) => item.type === 'commandExecution' && item.status === 'declined',
    );
    expect(refused).toMatchObject({
      params: { item: { source: 'agent', exitCode: null }, completedAtMs: null },
      recorded: { hasEvent: true, hasActions: false, reviews: null },
    });
  });

  it('reports the response that called a tool and the one that saw its output', async () => {
    const observations = await observed('0.171.0/multi-agent-v2');
    expect(summaries(observations).filter(({ id }) => !id.startsWith('subagent'))).toMatchObject([
      { type: 'commandExecution', responses: ['resp_0076', 'resp_0077'] },
      { type: 'dynamicToolCall', id: 'call_0072', hasTimes: false, responses: ['resp_0076', 'resp_0077'] },
      { type: 'subAgentActivity', id: 'call_0064', hasTimes: false, responses: ['resp_0074', 'resp_0075'] },
      { type: 'collabAgentToolCall', id: 'call_0065', hasTimes: true, responses: ['resp_0075', 'resp_0078'] },
      { type: 'collabAgentToolCall', id: 'call_0066', hasTimes: false, responses: ['resp_0078', 'resp_0079'] },
      { type: 'subAgentActivity', id: 'call_0067', responses: ['resp_0079', 'resp_0080'] },
      { type: 'commandExecution', responses: ['resp_0082', 'resp_0083'] },
      { type: 'dynamicToolCall', id: 'call_0072_2', responses: ['resp_0082', 'resp_0083'] },
      { type: 'subAgentActivity', id: 'call_0068', responses: ['resp_0080', 'resp_0081'] },
      { type: 'collabAgentToolCall', id: 'call_0069', responses: ['resp_0081', 'resp_0084'] },
      { type: 'subAgentActivity', id: 'call_0070', responses: ['resp_0084', 'resp_0085'] },
    ]);
  });

  it('reports the cell of code mode that made a call', async () => {
    const ends = toolEnds(await observed('0.171.0/multi-agent-v2'));
    const commands = ends.filter(({ params }) => params.item.type === 'commandExecution');
    expect(commands.map(({ recorded }) => recorded.parentCallId)).toEqual(['call_0072', 'call_0072_2']);
    expect(
      ends.filter(({ params }) => params.item.type === 'dynamicToolCall').map(({ params }) => params.item),
    ).toMatchObject([
      { tool: 'exec', status: 'completed', success: true },
      { tool: 'exec', status: 'completed', success: true },
    ]);
  });

  it("names an agent's activity by the tool that was called", async () => {
    const names = toolEnds(await observed('0.171.0/multi-agent-v2'))
      .filter(({ params: { item } }) => item.type === 'subAgentActivity' && item.kind !== 'completed')
      .map(({ recorded }) => recorded.toolName);
    expect(names).toEqual(['spawn_agent', 'send_message', 'followup_task', 'interrupt_agent']);
  });

  it('ignores the response of a compaction', () => {
    const lines = linesOf('0.171.0/multi-agent-v2');
    const usage = lines.findIndex((line) => line.includes('"resp_0075"'));
    const compaction = changed(lines[usage]!, ({ payload }) => (payload['response_id'] = 'resp_of_compaction'));
    const compacted = JSON.stringify({
      timestamp: '2026-11-28T08:40:05.290Z',
      type: 'compacted',
      payload: { compaction_response_id: 'resp_of_compaction', window_number: 1 },
    });
    const call = lines.findIndex((line) => line.includes('"wait_agent"'));
    const more = [...lines.slice(0, call), compaction, compacted, ...lines.slice(call)];
    const [spawned] = toolEnds(observedOf(more));
    expect(spawned?.recorded).toMatchObject({
      originatingResponseId: 'resp_0074',
      subsequentResponseId: 'resp_0075',
    });
  });

  it("leaves an unfinished command open and the turn's number of commands unknown", () => {
    const lines = linesOf('0.171.0/multi-agent-v2');
    const call = changed(
      lines.find((line) => line.includes('"type":"function_call"'))!,
      ({ payload }) =>
        Object.assign(payload, { name: 'exec_command', namespace: undefined, call_id: 'call_open', arguments: '{}' }),
    );
    const end = lines.findIndex((line) => line.includes('"task_complete"'));
    const observations = observedOf([...lines.slice(0, end), call, ...lines.slice(end)]);
    const starts = only(observations, 'item/started').filter(({ params }) => params.item.id === 'call_open');
    expect(starts).toHaveLength(1);
    expect(starts[0]?.params).toMatchObject({ item: { status: 'inProgress' }, startedAtMs: null });
    expect(toolEnds(observations).some(({ params }) => params.item.id === 'call_open')).toBe(false);
    expect(only(observations, 'turn/completed')[0]?.recorded.countsCommands).toBe(false);
  });

  it('reports an item that ends after its turn without responses', () => {
    const lines = rolloutLines('0.171.0/guardian-slow-then-approved')[0]!;
    const item = lines.findIndex((line) => line.includes('"CommandExecution"'));
    const late = [...lines.slice(0, item), ...lines.slice(item + 1), lines[item]!];
    const [command] = toolEnds(observedOf(late));
    expect(command).toMatchObject({
      params: { item: { id: 'call_0018', startedAtMs: 1795855080333 } },
      recorded: { hasEvent: true, originatingResponseId: null, subsequentResponseId: null },
    });
  });

  it('ignores items of other threads', () => {
    const lines = linesOf('0.171.0/guardian-slow-then-approved').map((line) =>
      line.includes('"CommandExecution"') ? changed(line, ({ payload }) => (payload['thread_id'] = 'other')) : line,
    );
    expect(toolEnds(observedOf(lines))).toEqual([]);
  });

  it('reports no reviews only where nobody can have been asked', async () => {
    const reviewsOf = async (recording: string) =>
      new Set(
        toolEnds(await observed(recording)).map(({ params, recorded }) => `${params.item.type} ${recorded.reviews}`),
      );
    expect(await reviewsOf('0.171.0/guardian-slow-then-approved')).toEqual(
      new Set(['commandExecution null', 'commandExecution none']),
    );
    expect(await reviewsOf('0.171.0/review-inline')).toEqual(new Set(['commandExecution none']));
  });

  it('counts an item that does not decode as an unknown one', () => {
    const lines = linesOf('0.171.0/guardian-slow-then-approved').map((line) =>
      line.includes('"CommandExecution"')
        ? changed(line, ({ payload }) => (payload['item'] = { type: 'CommandExecution', id: 5 }))
        : line,
    );
    const counted = only(observedOf(lines), 'item/completed').map(({ params }) => params.item);
    expect(counted).toContainEqual({ type: 'counted', itemType: 'commandExecution', id: '' });
  });
});
