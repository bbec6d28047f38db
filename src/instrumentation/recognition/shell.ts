import { commandsIn, type Syntax } from './script.js';

const SHELLS: Readonly<Record<string, Syntax>> = {
  ...Object.fromEntries(
    ['sh', 'bash', 'zsh', 'dash', 'ash', 'ksh', 'mksh', 'fish', 'nu'].map((name) => [name, 'posix'] as const),
  ),
  cmd: 'cmd',
  powershell: 'powershell',
  pwsh: 'powershell',
};

/** A shell's command line: the commands of its script, and the index behind it. */
interface ShellCommand {
  /** Undefined if the shell runs the file at `next`. */
  readonly commands: readonly (readonly string[])[] | undefined;
  readonly next: number;
}

/** So many parameters of a script are looked at. */
const MAX_PARAMETERS = 100;

/** The options of POSIX shells whose value is the next word, beside `-o` and `-O`. */
const POSIX_VALUED = new Set(['--rcfile', '--init-file']);
/** The options of PowerShell whose value is the next word, by their beginnings. */
const POWERSHELL_VALUED = /^-(?:ex|ep|wo|wd|w$|windowst|v$|ver|inp|if|o|conf|set|cust|ps)/i;

export const syntaxOf = (name: string): Syntax | undefined => (Object.hasOwn(SHELLS, name) ? SHELLS[name] : undefined);

/** @param at the index of the word that runs the shell. */
export function shellCommand(words: readonly string[], at: number, syntax: Syntax): ShellCommand {
  if (syntax === 'cmd') return ofCmd(words, at);
  if (syntax === 'powershell') return ofPowerShell(words, at);
  return ofPosix(words, at);
}

/** `bash -lc SCRIPT NAME ARG…`: the script is the first word behind the options, and the parameters follow it. */
function ofPosix(words: readonly string[], at: number): ShellCommand {
  let hasScript = false;
  let next = at + 1;
  for (; next < words.length; next += 1) {
    const word = words[next] ?? '';
    const attached = /^--commands?=(.*)$/s.exec(word)?.[1];
    if (attached !== undefined) return { commands: commandsIn(attached, 'posix'), next: next + 1 };
    if (!/^[-+]/.test(word) || word === '-') break;
    if (word === '--') {
      next += 1;
      break;
    }
    if (/^-[a-zA-Z]*c|^--commands?$/.test(word)) hasScript = true;
    if (/^[-+][a-zA-Z]*[oO]$/.test(word) || POSIX_VALUED.has(word)) next += 1;
  }
  if (!hasScript) return { commands: undefined, next };
  const parameters = words.slice(next + 1, next + 1 + MAX_PARAMETERS);
  return { commands: commandsIn(words[next] ?? '', 'posix', parameters), next: next + 1 };
}

/** `cmd /d /s /c SCRIPT`: the script is the rest of the line, of which one pair of quotes is taken off. */
function ofCmd(words: readonly string[], at: number): ShellCommand {
  let next = at + 1;
  while (/^\/\w/.test(words[next] ?? '') && !/^\/(?:\w\/)*[ck]$/i.test(words[next] ?? '')) next += 1;
  const rest = words.slice(next + 1);
  const [only = ''] = rest;
  const isQuoted = /^".*"$/s.test(only);
  const commands =
    rest.length === 1 ? commandsIn(isQuoted ? only.slice(1, -1) : only, 'cmd') : separated(rest, /^(?:&&?|\|\|?)$/);
  return { commands, next: words.length };
}

/** `powershell -NoProfile -Command SCRIPT…`: options may be shortened, and a lone word is a script, too. */
function ofPowerShell(words: readonly string[], at: number): ShellCommand {
  const ofScript = (script: string) => ({ commands: commandsIn(script, 'powershell'), next: words.length });
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

/** Words between words that separate. */
function separated(words: readonly string[], separator: RegExp): string[][] {
  const commands: string[][] = [[]];
  for (const word of words) {
    if (separator.test(word)) commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands;
}
