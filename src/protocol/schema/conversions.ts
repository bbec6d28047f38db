import { MAX_LABEL, MAX_NAME, MAX_PATH, shorten, shortenList } from '../../wire/shorten.js';

/**
 * The functions by which the schemas convert and refine values. They have names and know no zod, because the generated
 * readers call them in place of the schemas.
 */

export const shortenName = (text: string): string => shorten(text, MAX_NAME);
export const shortenLabel = (text: string): string => shorten(text, MAX_LABEL);
export const shortenPath = (text: string): string => shorten(text, MAX_PATH);

/** The first 1,000 members, under names that are cut as other names are. */
export const shortenRecord = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(shortenList(Object.entries(record)).map(([key, value]) => [shortenName(key), value]));

/** The path if it is that of a skill's document. */
export const skillDocument = (file: string | null): string | null => (file?.endsWith('SKILL.md') ? file : null);

/** Stands for the element of a list that did not decode. */
const UNREADABLE = Symbol('unreadable');

export const unreadable = (): symbol => UNREADABLE;

/** The list itself where all of it was read: a filtered one would have room for 17 elements. */
export const readable = <T>(values: (T | symbol)[]): T[] =>
  values.includes(UNREADABLE) ? values.filter((value): value is T => value !== UNREADABLE) : (values as T[]);

export const isPresent = (value: unknown): boolean => value !== null && value !== undefined;

export const isFilled = (text: unknown): boolean => typeof text === 'string' && text !== '';

export const isNotBlank = (text: string): boolean => text.trim() !== '';

export const isNotEmpty = (values: readonly unknown[]): boolean => values.length > 0;

export const lengthOf = (values: readonly unknown[] | null): number | null => values?.length ?? null;

export const toOther = (): 'other' => 'other';

export const toNothing = (): Record<string, never> => ({});

/** A client sends the flag as a boolean or as text. */
export function toFlag(value: unknown): boolean | null {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}

/** The name of an object's first member: of a variant. */
export function nameIn(variant: object): string | null {
  const [first] = Object.keys(variant);
  return first === undefined ? null : shortenLabel(first);
}

/** The items of a reported turn are content; see `reportedTurns`. */
export const withoutItems = <T extends { readonly items: unknown[] }>({ items: unreadItems, ...head }: T) => ({
  ...head,
  unreadItems,
});

export const toPolicyAmendment = (): string => 'acceptWithExecpolicyAmendment';

interface NetworkPolicyAmendment {
  readonly applyNetworkPolicyAmendment: { readonly network_policy_amendment: { readonly action: string } };
}

export const toNetworkAmendment = ({ applyNetworkPolicyAmendment: amendment }: NetworkPolicyAmendment): string =>
  `applyNetworkPolicyAmendment:${amendment.network_policy_amendment.action}`;

type Subagent = { readonly subAgent: string | Readonly<Record<string, unknown>> } | null;

/** See `source` in `shapes.ts`. */
export function toLineage(source: Subagent): { subagentSource: string | null; spawnParentThreadId: string | null } {
  const subAgent = source?.subAgent;
  if (subAgent === undefined) return { subagentSource: null, spawnParentThreadId: null };
  if (typeof subAgent === 'string') return { subagentSource: subAgent, spawnParentThreadId: null };
  const kind = nameIn(subAgent);
  const [detail] = Object.values(subAgent);
  return {
    subagentSource: kind === 'other' && typeof detail === 'string' ? shortenLabel(detail) : kind,
    spawnParentThreadId: parentThreadIdOf(detail),
  };
}

function parentThreadIdOf(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null || !('parent_thread_id' in detail)) return null;
  const { parent_thread_id: id } = detail;
  return typeof id === 'string' && id !== '' ? shortenName(id) : null;
}

/** `deny` was named `none` up to 0.131. */
const ACCESSES: readonly string[] = ['read', 'write', 'deny', 'none'];

interface FileSystemEntries {
  readonly fileSystem: { readonly entries: readonly { readonly access: string }[] } | null;
}

/** Codex rejects an answer with an unknown access. */
export const hasKnownAccesses = ({ fileSystem }: FileSystemEntries): boolean =>
  (fileSystem?.entries ?? []).every(({ access }) => ACCESSES.includes(access));
