// Cleans a recording so that it can be shown to others: node scripts/clean-recording.mjs wire.jsonl[.gz] > cleaned.jsonl
// Ids, times, numbers, states and names stay, so that the cleaned recording makes the same spans and events. All other
// text is replaced. What is kept is listed here; a field that this list does not know is replaced.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const REPLACED = '[cleaned]';

/** Fields whose text is an id of the protocol. An id that names a path or a host is replaced by a number. */
const IDS = new Set(
  words(`id threadId turnId itemId callId approvalId agentThreadId sessionId senderThreadId receiverThreadIds
    parentThreadId spawnParentThreadId forkedFromId expectedTurnId rootTurnId reviewId reviewThreadId targetItemId
    requestId hookRunId generationId`),
);

/** Fields whose text is a word of the protocol, a version, or a name. */
const WORDS = new Set(
  words(`method type status kind mode event from conn transport decision decisionSource scope eventName
    executionMode handlerType delivery access riskLevel userAuthorization codexErrorInfo turnKind input_error_code
    approvalPolicy approvalsReviewer effort reasoningEffort reasoning_effort serviceTier personality networkAccess
    itemsView threadSource turnTrigger subagentSource workspace_kind optOutNotificationMethods availableDecisions
    model modelProvider tool toolName tool_name server serverName codex_approval_kind action connectorId appName pluginId originator version
    cliVersion userAgent platformFamily platformOs protocol activeFlags`),
);

/** Names of clients, skills and apps; a `name` elsewhere may be the title of a conversation. */
const NAMED = new Set(['skill', 'mention']);

/** Text in the place of one of these words is a reasoning summary itself. */
const SUMMARIES = new Set(words('auto concise detailed none'));

/** Folders and files by which skills are recognised. */
const PATH_PARTS = new Set(['', '.', '..', '.codex', '.system', 'etc', 'codex', 'skills', 'SKILL.md']);
const PATHS = new Set(words('path cwd codexHome'));

/** The reasons of refused steers, which are in the error's text alone. */
const REFUSALS = /^(no active turn|expected active turn id|input must not be empty)/;

/** What a tool was called with and what it returned: nothing in it is the protocol's. */
const FOREIGN = new Set(words('arguments result structuredContent _meta inputSchema answers requestedSchema'));

/** What `_meta` has of the protocol: that a form is Codex's own for the approval of a tool call. */
const META = new Set(words('codex_approval_kind tool_name'));

/** Numbers the texts that have to stay different from each other. */
class Numbered {
  #prefix;
  #numbers = new Map();

  constructor(prefix) {
    this.#prefix = prefix;
  }

  of(text) {
    if (!this.#numbers.has(text)) this.#numbers.set(text, this.#numbers.size + 1);
    return `${this.#prefix}${this.#numbers.get(text)}`;
  }
}

/** Cleans the lines of one recording; the same id or path is replaced by the same text throughout. */
export class RecordingCleaner {
  #ids = new Numbered('cleaned-');
  #parts = new Numbered('p');

  /** A line that is no JSON is left out: nothing is known of it. */
  line(line) {
    let record;
    try {
      record = JSON.parse(line);
    } catch {
      return undefined;
    }
    return JSON.stringify(this.#object(record, ''));
  }

  #value(value, key, parent, owner) {
    if (typeof value === 'string') return this.#text(value, key, parent, owner);
    if (Array.isArray(value)) return value.map((item) => this.#value(item, key, parent, owner));
    if (typeof value === 'object' && value !== null) return this.#object(value, key);
    return value;
  }

  #object(object, key) {
    return Object.fromEntries(
      Object.entries(object).map(([name, value]) => [
        /^[\w-]{1,64}$/.test(name) ? name : this.#ids.of(name),
        isForeign(name, key, object) ? emptied(value, name) : this.#value(value, name, key, object),
      ]),
    );
  }

  #text(text, key, parent, owner) {
    if (text === '') return text;
    if (IDS.has(key)) return /^[\w:.-]+$/.test(text) ? text : this.#ids.of(text);
    if (key === 'source') return /^\w+$/.test(text) ? text : REPLACED;
    if (WORDS.has(key)) return text;
    if (key === 'name') return parent === 'clientInfo' || NAMED.has(owner.type) ? text : REPLACED;
    if (key === 'summary') return SUMMARIES.has(text) ? text : REPLACED;
    if (key === 'message') return REFUSALS.test(text) ? text : REPLACED;
    if (key === 'diff') return shapeOf(text);
    if (PATHS.has(key)) return this.#path(text);
    return REPLACED;
  }

  #path(path) {
    if (/^app:\/\/[\w.-]+$/.test(path)) return path;
    return path
      .split(/([/\\])/)
      .map((part) => (/^[/\\]$/.test(part) || PATH_PARTS.has(part) ? part : this.#parts.of(part)))
      .join('');
  }
}

/** A message has its `result` of the protocol; the answer to a form has its `content` of a person. */
function isForeign(name, parent, owner) {
  if (name === 'content') return typeof owner.action === 'string';
  return FOREIGN.has(name) && parent !== 'msg';
}

/** Whether there is something, and how much, but not what. */
function emptied(value, name) {
  if (typeof value === 'string') return value && REPLACED;
  if (Array.isArray(value)) return value.map(() => REPLACED);
  if (typeof value !== 'object' || value === null) return value;
  const isKept = ([member, text]) => name === '_meta' && META.has(member) && typeof text === 'string';
  return Object.fromEntries(Object.entries(value).filter(isKept));
}

/** A diff with the same number of added and deleted lines. */
function shapeOf(diff) {
  const header = /^@@ -\d+(,\d+)? \+\d+(,\d+)? @@/;
  return diff
    .split('\n')
    .map((line) => {
      if (line === '') return line;
      if (/^(diff --git|index|---|\+\+\+) /.test(line)) return `${line.split(' ', 1)[0]} ${REPLACED}`;
      return header.exec(line)?.[0] ?? `${/^[-+ \\]/.test(line) ? line[0] : ''}${REPLACED}`;
    })
    .join('\n');
}

function words(list) {
  return list.split(/\s+/);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file] = process.argv;
  if (file === undefined) {
    console.error('Usage: node scripts/clean-recording.mjs wire.jsonl[.gz] > cleaned.jsonl');
    process.exit(2);
  }
  const bytes = await readFile(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const cleaner = new RecordingCleaner();
  const lines = text
    .replace(/^\u{feff}/u, '')
    .split('\n')
    .flatMap((line) => cleaner.line(line) ?? []);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
