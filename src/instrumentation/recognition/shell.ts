type Syntax = 'posix' | 'cmd' | 'powershell';

const SHELLS: ReadonlyMap<string, Syntax> = new Map([
  ...'sh bash zsh dash ash ksh mksh fish nu'.split(' ').map((name) => [name, 'posix'] as const),
  ['cmd', 'cmd'],
  ['powershell', 'powershell'],
  ['pwsh', 'powershell'],
]);

/** A shell's command line: the commands of its script, and the index behind it. */
interface ShellCommand {
  /** Undefined if the shell runs the file at `next`. */
  readonly commands: readonly (readonly string[])[] | undefined;
  readonly next: number;
}

/** So many parameters of a script are looked at. */
const MAX_PARAMETERS = 100;

/** The options whose value is the next word; of PowerShell by their beginnings. */
const POSIX_VALUED = /^(?:[-+][a-zA-Z]*[oO]|--rcfile|--init-file)$/;
const POWERSHELL_VALUED = /^-(?:ex|ep|wo|wd|w$|windowst|v$|ver|inp|if|o|conf|set|cust|ps)/;

export const syntaxOf = (name: string): Syntax | undefined => SHELLS.get(name);

/** @param at the index of the word that runs the shell. */
export function shellCommand(words: readonly string[], at: number, syntax: Syntax): ShellCommand {
  if (syntax === 'cmd') return ofCmd(words, at);
  if (syntax === 'powershell') return ofPowerShell(words, at);
  return ofPosix(words, at);
}

/** `bash -lc SCRIPT NAME ARG…`: the script is the first word behind the options, and the parameters follow it. */
function ofPosix(words: readonly string[], at: number): ShellCommand {
  let isScript = false;
  let next = at + 1;
  for (; /^[-+]./.test(words[next] ?? ''); next += 1) {
    const word = words[next] ?? '';
    const [, attached] = /^--commands?=(.*)$/s.exec(word) ?? [];
    if (attached !== undefined) return { commands: commandsIn(attached), next: next + 1 };
    isScript ||= /^-[a-zA-Z]*c|^--commands?$/.test(word);
    if (POSIX_VALUED.test(word)) next += 1;
    if (word !== '--') continue;
    next += 1;
    break;
  }
  if (!isScript) return { commands: undefined, next };
  const parameters = words.slice(next + 1, next + 1 + MAX_PARAMETERS);
  return { commands: commandsIn(words[next] ?? '', parameters), next: next + 1 };
}

/** `cmd /d /s /c SCRIPT`: the script is the rest of the line, of which one pair of quotes is taken off. */
function ofCmd(words: readonly string[], at: number): ShellCommand {
  const option = words.findIndex((word, index) => index > at && /^(?:\/\w)*\/[ck]$|^(?!\/\w)/i.test(word));
  const rest = option === -1 ? [] : words.slice(option + 1);
  const inPosix = (text: string) => text.replaceAll('^', '').replace(/[\\'`$]/g, '\\$&');
  const word = (text: string) => (/\s/.test(text) ? `'${text.replaceAll("'", ESCAPED_QUOTE)}'` : inPosix(text));
  const script = rest.length === 1 ? inPosix(rest.join().replace(/^"(.*)"$/s, '$1')) : rest.map(word).join(' ');
  return { commands: commandsIn(script), next: words.length };
}

/** A quote within single quotes. */
const ESCAPED_QUOTE = `'\\''`;

/** `powershell -NoProfile -Command SCRIPT…`: options may be shortened, and a lone word is a script, too. */
function ofPowerShell(words: readonly string[], at: number): ShellCommand {
  const ofScript = (script: string) => {
    const inPosix = script
      .replaceAll('`', '')
      .replace(/\\(?=[\w.])/g, '\\\\')
      .replace(/\b''|''\b/g, ESCAPED_QUOTE);
    return { commands: commandsIn(inPosix), next: words.length };
  };
  let next = at + 1;
  for (; next < words.length; next += 1) {
    const option = (words[next] ?? '').replace(/^(?:\/|--)/, '-').toLowerCase();
    if (!option.startsWith('-')) break;
    const isShortFor = (name: string) => option.length > 1 && name.startsWith(option);
    if (isShortFor('-command')) return ofScript(words.slice(next + 1).join(' '));
    if (isShortFor('-file')) return { commands: undefined, next: next + 1 };
    if (option === '-ec' || isShortFor('-encodedcommand'))
      return ofScript(Buffer.from(words[next + 1] ?? '', 'base64').toString('utf16le'));
    if (POWERSHELL_VALUED.test(option)) next += 1;
  }
  return next === words.length - 1 ? ofScript(words[next] ?? '') : { commands: undefined, next };
}

/** A comment, a redirection with its target, and the end of a line that goes on: no part of any word. */
const LEFT_OUT = /((?<![^\s;&|()])#[^\n]*|\d*[<>][<>&|]*(?:-|[ \t]*(?:"[^"]*"?|'[^']*'?|[^\s;&|()<>"']*))|\\\n)/;
const END_OR_SPACE = /([;&|()\n])|(\s+)/;
/** All parameters, or a variable that may be one of them. */
const EXPANDED = /("\$@"|\$[@*])|(\$\{[^}]*\}?|\$\d)/;
/** A text in double quotes, one in single quotes, and an escaped character. */
const QUOTED = /"([^"\\]*(?:\\[^][^"\\]*)*)"?|\$?'([^']*)'?|\\([^]?)/;
/** Everything else. A substitution ends at its first parenthesis. */
const PLAIN = /(\$\([^)]*\)?|`[^`]*`?|[^\s;&|()<>"'`\\$]+|[^])/;
const PARTS = new RegExp([LEFT_OUT, END_OR_SPACE, EXPANDED, QUOTED, PLAIN].map(({ source }) => source).join('|'), 'g');

/**
 * The simple commands of a script, each as its words: quotes are removed, and the parameters `"$@"`, `$0`, `$1` … filled in.
 * Everything else that a shell expands stays as it is written. It takes time that is linear in the script's length.
 *
 * @param parameters `$0` and the parameters that follow it.
 */
export function commandsIn(script: string, parameters: readonly string[] = []): string[][] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  const filled = (text: string) =>
    text.replace(
      /\$(?:(\d)|\{(\d)\})/g,
      (_, plain?: string, braced?: string) => parameters[Number(plain ?? braced)] ?? '',
    );
  for (const part of script.matchAll(PARTS)) {
    const [, leftOut, end, space, all, variable, quoted, literal, escaped, plain] = part;
    if (end !== undefined) endCommand();
    else if (space !== undefined) endWord();
    else if (all !== undefined) {
      endWord();
      words.push(...parameters.slice(1));
    } else if (leftOut === undefined)
      word =
        (word ?? '') +
        (literal ?? escaped ?? plain ?? filled(variable ?? (quoted ?? '').replace(/\\(["\\$`])|\\\n/g, '$1')));
    else if (leftOut !== '\\\n') endWord();
  }
  endCommand();
  return commands;
}
