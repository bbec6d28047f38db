// The one-way flow through src/, as lint rules: a room imports only from the rooms to its left, and what a room must
// not know stays out of it. CONTRIBUTING.md says what each room is for.

/** The rooms in the order of the flow. */
const ROOMS = ['wire', 'protocol', 'rollout', 'session', 'spans', 'events', 'export', 'instrumentation', 'cli'];

const OPENTELEMETRY = { regex: '^@opentelemetry/', message: 'This room knows no OpenTelemetry.' };

/** What a room must not import beside the rooms to its right. */
const ALSO_FORBIDDEN = {
  wire: [OPENTELEMETRY, { regex: '^zod(/|$)', message: 'The wire room moves bytes; it validates nothing.' }],
  protocol: [OPENTELEMETRY],
  rollout: [OPENTELEMETRY],
  session: [OPENTELEMETRY],
  events: [toRooms(['protocol'], 'The events room knows no protocol message, only facts.')],
};

/** A projection is a pure function of its arguments: no I/O, no timers, no clock. */
const IMPURE_MODULES = {
  regex: '^(node:)?(fs|timers|child_process|net|http|https|os|process|worker_threads|perf_hooks)(/|$)',
  message: 'A projection does no I/O and knows no clock.',
};
const CLOCKS = [
  {
    selector: "MemberExpression[object.name=/^(Date|performance)$/][property.name='now']",
    message: 'A projection knows no clock.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A projection knows no clock.' },
  { selector: 'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]', message: 'No timers.' },
];

/** Matches a relative import of these rooms from anywhere under src/. */
function toRooms(rooms, message) {
  return { regex: `^(\\./)?(\\.\\./)+(${rooms.join('|')})(/|\\.js$|$)`, message };
}

/** The barrel and the package's own name would lead around the rooms; only the command is a user of the public API. */
const AROUND = {
  regex: '^(\\./)?(\\.\\./)+(index|register)(\\.js)?$|^opentelemetry-instrumentation-codex',
  message: 'Import from the room itself.',
};

function forbidden(room) {
  const right = ROOMS.slice(ROOMS.indexOf(room) + 1);
  const arrows = right.length === 0 ? [] : [toRooms(right, `${room} imports only from the rooms to its left.`)];
  return [...arrows, ...(room === 'cli' ? [] : [AROUND]), ...(ALSO_FORBIDDEN[room] ?? [])];
}

/** no-restricted-imports sees import and export declarations; these selectors see import() and import types. */
function restrict(files, patterns, syntax = []) {
  const elsewhere = patterns.flatMap(({ regex, message }) => {
    const matches = `[source.value=/${regex.replaceAll('/', '\\u002f')}/]`;
    return [
      { selector: `ImportExpression${matches}`, message },
      { selector: `TSImportType${matches}`, message },
    ];
  });
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...elsewhere, ...syntax],
    },
  };
}

/** One block a room, and one for the projections; a later block replaces the rules of an earlier one. */
export function roomRules() {
  return [
    ...ROOMS.map((room) => restrict([`src/${room}/**/*.ts`], forbidden(room))),
    restrict(['src/events/projection/**/*.ts'], [...forbidden('events'), IMPURE_MODULES], CLOCKS),
  ];
}
