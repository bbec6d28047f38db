import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPrivateWriteStream } from '../../src/wire/log/private-file.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();

async function write(path: string, text: string): Promise<void> {
  const stream = createPrivateWriteStream(path, { highWaterMark: 1024 });
  stream.end(text);
  await once(stream, 'close');
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe.skipIf(process.platform === 'win32')('a private file', () => {
  it('can be read by its owner only, also where it existed with another mode, and is made anew', async () => {
    const [fresh, open] = [join(folder, 'fresh'), join(folder, 'open')];
    writeFileSync(open, 'a longer text of before');
    chmodSync(open, 0o666);
    for (const path of [fresh, open]) {
      await write(path, 'secret');
      expect({ mode: modeOf(path), text: readFileSync(path, 'utf8') }).toEqual({ mode: '600', text: 'secret' });
    }
  });

  it('is not written through a symbolic link', async () => {
    const [target, link] = [join(folder, 'target'), join(folder, 'link')];
    writeFileSync(target, 'before');
    symlinkSync(target, link);
    await expect(write(link, 'secret')).rejects.toThrow('it is a symbolic link.');
    expect(readFileSync(target, 'utf8')).toBe('before');
  });

  it('is no pipe, whether somebody reads it or not', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await expect(write(pipe, 'secret')).rejects.toThrow('it is not a regular file.');
  });

  it.runIf(existsSync('/dev/null'))('may be a device that keeps nothing', async () => {
    await write('/dev/null', 'secret');
    expect(modeOf('/dev/null')).toBe('666');
  });
});
