/** The syntax of a shell's script. */
export type Syntax = 'posix' | 'cmd' | 'powershell';

interface Rules {
  readonly quotes: string;
  readonly escape: string;
  /** The escapes that count between double quotes. */
  readonly escaped: RegExp;
  /** Whether a quote within its own quotes is written twice. */
  readonly doubles: boolean;
  readonly comment: string;
  /** The characters that end a command. */
  readonly ends: string;
}

const RULES: Readonly<Record<Syntax, Rules>> = {
  posix: {
    quotes: `'"`,
    escape: '\\',
    escaped: /\\(["\\$`])|\\\n/g,
    doubles: false,
    comment: '#',
    ends: ';&|()\n',
  },
  cmd: { quotes: '"', escape: '^', escaped: /(?!)/g, doubles: false, comment: '', ends: '&|()\n' },
  powershell: { quotes: `'"`, escape: '`', escaped: /`(.)/gs, doubles: true, comment: '#', ends: ';&|(){}\n' },
};

/**
 * The simple commands of a script, each as its words: quotes are removed, redirections and comments left out, and the
 * parameters `"$@"`, `$0`, `$1` … filled in. Everything else that a shell expands stays as it is written. It takes time
 * that is linear in the script's length.
 *
 * @param parameters `$0` and the parameters that follow it.
 */
export function commandsIn(script: string, syntax: Syntax, parameters: readonly string[] = []): string[][] {
  return new Lexer(script, syntax, parameters).commands();
}

class Lexer {
  readonly #script: string;
  readonly #syntax: Syntax;
  readonly #rules: Rules;
  readonly #parameters: readonly string[];
  readonly #commands: string[][] = [];
  #words: string[] = [];
  /** The word that is being read; undefined between words. */
  #word: string | undefined;
  #isRedirection = false;
  #at = 0;

  constructor(script: string, syntax: Syntax, parameters: readonly string[]) {
    this.#script = script;
    this.#syntax = syntax;
    this.#rules = RULES[syntax];
    this.#parameters = parameters;
  }

  commands(): string[][] {
    while (this.#at < this.#script.length) this.#read(this.#script.charAt(this.#at));
    this.#endCommand();
    return this.#commands;
  }

  #read(character: string): void {
    const { quotes, escape, comment, ends } = this.#rules;
    if (character === escape) this.#readEscape();
    else if (quotes.includes(character)) this.#readQuoted(character);
    else if (character === '$' && this.#syntax === 'posix') this.#readExpansion();
    else if (character === '`' && this.#syntax === 'posix') this.#take(this.#indexAfter('`', this.#at + 1));
    else if (ends.includes(character)) this.#skip(() => this.#endCommand());
    else if (/\s/.test(character)) this.#skip(() => this.#endWord());
    else if (character === '<' || character === '>') this.#readRedirection();
    else if (character === comment && this.#word === undefined) this.#at = this.#indexAfter('\n', this.#at) - 1;
    else this.#take(this.#indexAfterPlain());
  }

  #readEscape(): void {
    const next = this.#script.charAt(this.#at + 1);
    if (next !== '\n') this.#word = (this.#word ?? '') + next;
    this.#at += 2;
  }

  #readQuoted(quote: string): void {
    if (this.#syntax === 'posix' && this.#script.startsWith('"$@"', this.#at)) {
      this.#at += 4;
      return this.#addParameters();
    }
    const end = this.#closing(quote);
    let text = this.#script.slice(this.#at + 1, end);
    if (this.#rules.doubles) text = text.replaceAll(quote + quote, quote);
    if (quote === '"') text = this.#withParameters(text.replace(this.#rules.escaped, '$1'));
    this.#word = (this.#word ?? '') + text;
    this.#at = end + 1;
  }

  /** The index of the quote that closes the one at the present place. */
  #closing(quote: string): number {
    const { escape, doubles } = this.#rules;
    for (let at = this.#at + 1; at < this.#script.length; at += 1) {
      const character = this.#script.charAt(at);
      if (quote === '"' && character === escape && this.#syntax !== 'cmd') at += 1;
      else if (character === quote && doubles && this.#script.charAt(at + 1) === quote) at += 1;
      else if (character === quote) return at;
    }
    return this.#script.length;
  }

  /** `$(…)` and `${…}` are one word, as written. `$'…'` is a quoted word. */
  #readExpansion(): void {
    const next = this.#script.charAt(this.#at + 1);
    if (next === '@' || next === '*') {
      this.#at += 2;
      this.#addParameters();
    } else if (next === "'") this.#at += 1;
    else if (next === '(') this.#take(this.#indexAfterParentheses());
    else if (next === '{') this.#takeExpansion(this.#indexAfter('}', this.#at));
    else this.#takeExpansion(this.#at + 2);
  }

  #takeExpansion(end: number): void {
    const text = this.#script.slice(this.#at, end);
    this.#word = (this.#word ?? '') + this.#withParameters(text);
    this.#at = end;
  }

  #indexAfterParentheses(): number {
    let depth = 0;
    for (let at = this.#at + 1; at < this.#script.length; at += 1) {
      const character = this.#script.charAt(at);
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0) return at + 1;
    }
    return this.#script.length;
  }

  /** `2>&1`, `>file`, `<in`: neither the descriptor nor the target is a word of the command. */
  #readRedirection(): void {
    if (this.#word !== undefined && /^\d*$/.test(this.#word)) this.#word = undefined;
    this.#endWord();
    const operator = /[<>&|]+-?/y;
    operator.lastIndex = this.#at;
    this.#at += operator.exec(this.#script)?.[0].length ?? 1;
    this.#isRedirection = this.#script.charAt(this.#at - 1) !== '-';
  }

  #take(end: number): void {
    this.#word = (this.#word ?? '') + this.#script.slice(this.#at, end);
    this.#at = end;
  }

  #skip(end: () => void): void {
    end();
    this.#at += 1;
  }

  #addParameters(): void {
    this.#endWord();
    this.#words.push(...this.#parameters.slice(1));
  }

  #withParameters(text: string): string {
    if (this.#syntax !== 'posix') return text;
    return text.replace(/\$(?:(\d)|\{(\d)\})/g, (_, plain?: string, braced?: string) => {
      return this.#parameters[Number(plain ?? braced)] ?? '';
    });
  }

  #endWord(): void {
    if (this.#word === undefined) return;
    // A quote or caret that was escaped for the command's own parser (npm's shims, cross-spawn) is gone by then.
    const word = this.#syntax === 'cmd' ? this.#word.replace(/[\^"]/g, '') : this.#word;
    if (!this.#isRedirection) this.#words.push(word);
    this.#isRedirection = false;
    this.#word = undefined;
  }

  #endCommand(): void {
    this.#endWord();
    this.#isRedirection = false;
    if (this.#words.length > 0) this.#commands.push(this.#words);
    this.#words = [];
  }

  /** The index after the characters from here on that mean nothing to any shell; at least one. */
  #indexAfterPlain(): number {
    const plain = /[\w./:=@%+,~*?![\]-]+/y;
    plain.lastIndex = this.#at;
    return this.#at + Math.max(1, plain.exec(this.#script)?.[0].length ?? 0);
  }

  /** The index after the next such character; the script's end if there is none. */
  #indexAfter(character: string, from: number): number {
    const at = this.#script.indexOf(character, from);
    return at === -1 ? this.#script.length + 1 : at + 1;
  }
}
