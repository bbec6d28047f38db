/** Why a file cannot be read or written: the commonest reasons in words, the system's own message otherwise. */
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
