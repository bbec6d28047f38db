/**
 * The version of the events' shape, `codex.event.version` on each log record. It goes up by one when a field is removed,
 * renamed, or means something else; a new field or a new family of events leaves it as it is.
 */
export const EVENT_VERSION = 1;
