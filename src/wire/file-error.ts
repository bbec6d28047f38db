/** Why a file cannot be read or written: a sentence for the common reasons, the system's own message for others. */
export function fileFailure({ code, message }: NodeJS.ErrnoException, missing: 'file' | 'directory'): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `there is no such ${missing}.`;
    case 'EISDIR':
      return 'it is a directory.';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied.';
    case 'EROFS':
      return 'the file system is read-only.';
    case 'ENOSPC':
      return 'the disk is full.';
    default:
      return message;
  }
}
