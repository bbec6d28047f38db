/** The repositories that threads work in, by their folders. */
export interface Repositories {
  /** A thread works in this folder. Returns at once, and may find out by itself later. */
  look(directory: string): void;
  /** The SHA-1 of the folder's remote; null where it has none; undefined while that is not known. */
  hashOf(directory: string): string | null | undefined;
}

/** How turns describe the lines that they added, beyond their number. */
export interface AcceptedLines {
  /** Asked at each turn's end: whether its lines are hashed. Default: no. */
  readonly hasFingerprints?: (() => boolean) | undefined;
  /** Default: the repository is not known. */
  readonly repositories?: Repositories | undefined;
}
