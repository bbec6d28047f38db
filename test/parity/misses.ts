/** A difference between our events and Codex's own that stays, and why no observer of the traffic could close it. */
export interface Miss {
  readonly difference: string;
  readonly why: string;
}

const CELL = 'a code cell is no item: what it calls is told, the cell itself is not';
const EARLIER = 'the activity is told when the subagent is there, Codex stamps the call that made it';
const UNNAMED = 'an interaction is told without the tool that it came from: a message, or a follow-up task';
const LISTED = 'list_agents makes no item';
const WORDS = 'the skill is named in the words of the prompt, which are not read';
const CATALOGUE = "the model's own default stands in Codex's model list and is not told";
const LOST = 'Codex 0.131 loses events of items that complete after their turn; the traffic shows the item whole';

const collabCall = (item: string, field: string, want: number | string, ours: number | string) =>
  `codex_collab_agent_tool_call_event 01a20610-ba18-7cc3-b6f8-9cfc96fb9ced 01a20610-ba3c-76f0-b038-d9c158a8a6c7 ${item}: ${field} is ${JSON.stringify(want)}, ours ${JSON.stringify(ours)}`;
const turnCount = (ids: string, field: string, want: number, ours: number) =>
  `codex_turn_event ${ids}: ${field} is ${want}, ours ${ours}`;

const CODE_MODE = '01a20610-b54d-72f3-bca7-eb13eb28b1c3 01a20610-b585-7520-9ec4-af176c8ee3d6';
const PARENT = '01a20610-ba18-7cc3-b6f8-9cfc96fb9ced 01a20610-ba3c-76f0-b038-d9c158a8a6c7';
const CHILD_FIRST = '01a20610-bacc-77c2-9905-466854e596cd 01a20610-bafa-7153-b77b-8adf2f6414dc';
const CHILD_SECOND = '01a20610-bacc-77c2-9905-466854e596cd 01a20610-bcfa-7af1-8895-1139cc054281';

/** Every difference there is in the recordings of these tests. */
export const MISSES: Readonly<Record<string, readonly Miss[]>> = {
  '0.131.0/ws-two-clients-one-thread': [
    {
      difference:
        'surplus codex_command_execution_event 01a20615-90ad-7ab0-ae09-ff1fb77fc6bb 01a20615-912b-77f2-8cf4-ccac8f1b7176 call_0064',
      why: LOST,
    },
  ],
  '0.147.0/review-detached': [
    {
      difference:
        'missing skill_invocation 01a20612-b767-7e01-9903-62b8cf94638e 01a20612-b7cb-7082-86b4-9ba07c5fa8c3 review-agent explicit',
      why: WORDS,
    },
  ],
  '0.169.0/code-mode-tools': [
    { difference: turnCount(CODE_MODE, 'dynamic_tool_call_count', 4, 0), why: CELL },
    { difference: turnCount(CODE_MODE, 'total_tool_call_count', 8, 4), why: CELL },
  ],
  '0.169.0/multi-agent-v2': [
    { difference: collabCall('call_0064', 'completed_at_ms', 1795398089471, 1795398089472), why: EARLIER },
    { difference: collabCall('call_0064', 'duration_ms', 63, 5), why: EARLIER },
    { difference: collabCall('call_0064', 'execution_duration_ms', 63, 5), why: EARLIER },
    { difference: collabCall('call_0064', 'started_at_ms', 1795398089408, 1795398089467), why: EARLIER },
    { difference: collabCall('call_0067', 'duration_ms', 8, 7), why: EARLIER },
    { difference: collabCall('call_0067', 'execution_duration_ms', 8, 7), why: EARLIER },
    { difference: collabCall('call_0067', 'started_at_ms', 1795398089917, 1795398089918), why: EARLIER },
    { difference: collabCall('call_0068', 'tool_name', 'followup_task', 'send_message'), why: UNNAMED },
    { difference: turnCount(PARENT, 'subagent_tool_call_count', 7, 6), why: LISTED },
    { difference: turnCount(PARENT, 'total_tool_call_count', 7, 6), why: LISTED },
    { difference: turnCount(CHILD_FIRST, 'dynamic_tool_call_count', 1, 0), why: CELL },
    { difference: turnCount(CHILD_FIRST, 'total_tool_call_count', 2, 1), why: CELL },
    { difference: turnCount(CHILD_SECOND, 'dynamic_tool_call_count', 1, 0), why: CELL },
    { difference: turnCount(CHILD_SECOND, 'total_tool_call_count', 2, 1), why: CELL },
  ],
  '0.169.0/queue-settings-delete': [
    {
      difference:
        'codex_turn_event 01a20610-423c-7d23-be97-26e1b9eb0759 01a20610-4d15-7ed0-af42-abbe9d663d5d: reasoning_summary is "auto", ours null',
      why: CATALOGUE,
    },
  ],
  '0.169.0/skills': [
    {
      difference:
        'missing skill_invocation 01a20610-79ad-7bf1-93e9-34fc33e57384 01a20610-7a57-79e2-9af2-7e394348bb09 painter explicit',
      why: WORDS,
    },
  ],
};
