import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Step } from './conversation.js';

interface Talk {
  readonly heard: readonly string[];
  /** How the server ended; undefined where it goes on. */
  readonly ended: unknown;
}

/**
 * Sends the messages of the recorded client, each as soon as the messages before it were received, within the handler that
 * receives the last of them. Then it ends the server's input and waits for the server's end, or leaves the input open.
 */
export async function talk(child: ChildProcess, recorded: readonly Step[], end = true): Promise<Talk> {
  const { stdin, stdout } = child;
  const steps = [...recorded];
  const heard: string[] = [];
  let rest = '';
  const isOver = end ? once(child, 'close') : undefined;
  stdout!.setEncoding('utf8');
  await new Promise<void>((resolve) => {
    const say = () => {
      while (steps[0]?.from === 'client') stdin!.write(`${steps.shift()!.text}\n`);
      if (steps.length === 0) resolve();
    };
    stdout!.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        heard.push(line);
        steps.shift();
        say();
      }
    });
    stdout!.on('end', resolve);
    say();
  });
  if (end) stdin!.end();
  return { heard, ended: await isOver };
}
