import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { untraced } from '../../suppression.js';
import { AttributionError } from '../error.js';

/** Settings of the user that would change what git prints. */
const PLAIN = [
  ...['core.quotePath=false', 'diff.noprefix=false', 'diff.mnemonicPrefix=false', 'diff.suppressBlankEmpty=false'],
  ...['diff.interHunkContext=0', 'diff.submodule=short', 'log.showSignature=false', 'log.showRoot=true'],
].flatMap((setting) => ['-c', setting]);

/** Options of a diff that has the changed lines alone, one after the other. */
export const CHANGED_LINES = [
  ...['--patch', '--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/'],
];

/** Characters of a line that are read. The rest of a longer one is cut off; it has no fingerprint that is compared. */
const MAX_LINE = 16 * 1024 * 1024;
/** Bytes of an error of git that are read. */
const MAX_ERROR = 4_096;

/** A repository on this machine, read by the `git` that is installed. */
export class Git {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The output of a short command, without its last line feed. */
  async text(...args: readonly string[]): Promise<string> {
    const lines: string[] = [];
    await this.lines(args, (line) => void lines.push(line));
    return lines.join('\n');
  }

  /** Reads the lines of a command, whatever their number. Rejects where git fails. */
  async lines(args: readonly string[], onLine: (line: string) => void, signal?: AbortSignal): Promise<void> {
    const child = untraced(() =>
      spawn('git', ['-C', this.#folder, ...PLAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true }),
    );
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(0, MAX_ERROR)));
    const closed = once(child, 'close') as Promise<[code: number | null]>;
    closed.catch(() => undefined);
    const lines = new TextLines(onLine);
    try {
      for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
        if (signal?.aborted) break;
        lines.push(chunk);
      }
      lines.end();
      const [code] = await closed;
      if (code !== 0 && !signal?.aborted) throw new AttributionError(complaintOf(complaint));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        throw new AttributionError('There is no git on this machine.');
      throw error;
    } finally {
      child.kill();
    }
  }
}

function complaintOf(text: string): string {
  const [first = ''] = text.trim().split('\n');
  return `git cannot read it: ${first.replace(/^fatal: /, '')}`;
}

/** Cuts text into lines, empty ones too. */
class TextLines {
  readonly #onLine: (line: string) => void;
  #rest = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(text: string): void {
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      this.#onLine(this.#rest === '' ? text.slice(start, end) : this.#rest + text.slice(start, end));
      this.#rest = '';
      start = end + 1;
    }
    if (this.#rest.length < MAX_LINE) this.#rest += text.slice(start);
  }

  end(): void {
    if (this.#rest !== '') this.#onLine(this.#rest);
  }
}
