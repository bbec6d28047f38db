/** Which strings of a message get a canary. */
export type Plants = (member: string, value: string) => boolean;

/** A value of an enumeration, as the protocol writes them; also a name of one word. */
export const isWord = (value: string): boolean => /^[A-Za-z][A-Za-z_-]{0,40}$/.test(value);

const CANARY = /CANARY(\d+)/g;

/**
 * Plants a canary in strings of messages: the same one in equal strings, so that ids stay ids. Each object gets a member
 * that no schema knows, with a canary in its name and in its value.
 */
export class Canaries {
  readonly #plants: Plants;
  readonly #place: 'before' | 'behind';
  readonly #numbers = new Map<string, number>();
  /** The members that each string stood in, such as `thread.id`, by its number. */
  readonly #members: Set<string>[] = [];

  /** @param place behind a string a canary is lost where the string is cut; before it, what is known by its beginning is not. */
  constructor(plants: Plants, place: 'before' | 'behind') {
    this.#plants = plants;
    this.#place = place;
  }

  /** The JSON with canaries; a text that is no JSON as it is. */
  plantIn(text: string): string {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return text;
    }
    return JSON.stringify(this.#planted(value, '', ''));
  }

  /** For each canary in the text, the members that its string stood in. */
  foundIn(text: string): string[][] {
    return [...text.matchAll(CANARY)].map(([, number]) => [...this.#members[Number(number)]!]);
  }

  #planted(value: unknown, holder: string, key: string): unknown {
    if (typeof value === 'string') {
      const member = `${holder}.${key}`;
      return this.#plants(member, value) ? this.#marked(value, member) : value;
    }
    if (Array.isArray(value)) return value.map((each) => this.#planted(each, holder, key));
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([name, each]) => [name, this.#planted(each, key, name)]);
    return {
      ...Object.fromEntries(members),
      [this.#marked('unknown', '(unknown)')]: this.#marked('value', '(unknown)'),
    };
  }

  #marked(value: string, member: string): string {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#members.length;
      this.#numbers.set(value, number);
      this.#members.push(new Set());
    }
    this.#members[number]!.add(member);
    if (this.#place === 'behind') return `${value}~CANARY${number}`;
    return value.startsWith('/') ? `/CANARY${number}${value}` : `CANARY${number}~${value}`;
  }
}
