import * as fs from 'node:fs';
import { promisify } from 'node:util';

/** POSIX alone has these two: a link is not followed, and a pipe without a reader is refused instead of waited for. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants as Partial<typeof fs.constants>;
const FLAGS = fs.constants.O_WRONLY | fs.constants.O_CREAT | O_NOFOLLOW | O_NONBLOCK;

const OWNER_ONLY = 0o600;

/**
 * A stream into a file that only its owner may read, whatever the file's mode was before. An existing file is emptied; a
 * symbolic link, a pipe and a file of somebody else are refused with an `error` event.
 */
export function createPrivateWriteStream(path: string, options: { readonly highWaterMark: number }): fs.WriteStream {
  return fs.createWriteStream(path, {
    ...options,
    fs: {
      ...fs,
      open(_path: string, _flags: string, _mode: number, done: (error: unknown, fd?: number) => void) {
        openPrivately(path).then((fd) => done(null, fd), done);
      },
    },
  });
}

async function openPrivately(path: string): Promise<number> {
  const fd = await promisify(fs.open)(path, FLAGS, OWNER_ONLY).catch((error: unknown) => {
    throw refusal(error as NodeJS.ErrnoException);
  });
  try {
    const entry = await promisify(fs.fstat)(fd);
    if (entry.isCharacterDevice()) return fd; // such as /dev/null: keeps nothing
    if (!entry.isFile()) throw new Error('it is not a regular file.');
    await promisify(fs.fchmod)(fd, OWNER_ONLY);
    await promisify(fs.ftruncate)(fd);
    return fd;
  } catch (error) {
    fs.close(fd);
    throw error;
  }
}

function refusal(error: NodeJS.ErrnoException): Error {
  if (error.code === 'ELOOP') return new Error('it is a symbolic link.');
  if (error.code === 'ENXIO') return new Error('it is not a regular file.');
  return error;
}
