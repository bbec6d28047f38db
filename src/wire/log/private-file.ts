import * as fs from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** POSIX alone has these two: a link is not followed, and a pipe without a reader is refused instead of waited for. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants as Partial<typeof fs.constants>;
const { O_CREAT, O_TRUNC, O_WRONLY } = fs.constants;

/** The mode of a file that only its owner may read. */
export const OWNER_ONLY = 0o600;

/**
 * Opens a file and lets only its owner read it, whatever its mode was before. A symbolic link, a pipe and a file of somebody
 * else are refused, before anything of them is changed.
 *
 * @param takesDevices whether a device, such as /dev/null, is opened, too
 */
export async function openPrivately(path: string, flags: number, takesDevices = false): Promise<FileHandle> {
  const file = await open(path, (flags & ~O_TRUNC) | O_CREAT | O_NOFOLLOW | O_NONBLOCK, OWNER_ONLY).catch(refuse);
  try {
    const stats = await file.stat();
    if (takesDevices && stats.isCharacterDevice()) return file;
    if (!stats.isFile()) throw new Error('it is not a regular file.');
    await file.chmod(OWNER_ONLY);
    if (flags & O_TRUNC) await file.truncate();
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

function refuse(error: NodeJS.ErrnoException): never {
  if (error.code === 'ELOOP') throw new Error('it is a symbolic link.');
  if (error.code === 'ENXIO') throw new Error('it is not a regular file.');
  throw error;
}

/** A stream into a file that {@link openPrivately} opens. An existing file is emptied. */
export function createPrivateWriteStream(path: string, options: { readonly highWaterMark: number }): fs.WriteStream {
  let file: FileHandle | undefined;
  return fs.createWriteStream(path, {
    ...options,
    fs: {
      ...fs,
      open(_path: string, _flags: string, _mode: number, done: (error: unknown, fd?: number) => void) {
        openPrivately(path, O_WRONLY | O_TRUNC, true).then((opened) => {
          file = opened;
          done(null, opened.fd);
        }, done);
      },
      close(_fd: number, done: (error?: unknown) => void) {
        void file?.close().then(() => done(), done);
      },
    },
  });
}
