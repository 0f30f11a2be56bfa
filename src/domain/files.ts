/**
 * What the layers below the command line may ask of the file system. The command line passes an implementation, so
 * that tests can pass a made one. Paths are relative to the root that the implementation was opened on and use `/`.
 */
export interface Files {
  /** Entries of a folder in code-unit order, folders and files apart; undefined when there is no such folder. */
  list(folder: string): Promise<FolderListing | undefined>;
  /** The file's bytes. Throws `FileProblem` when it is missing, a folder, unreadable or larger than `maxBytes`. */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  /** At most the first `maxBytes` bytes of the file, and its whole size and digest, read once as a stream. */
  digest(path: string, headBytes: number): Promise<FileDigest>;
  /** The path by which another library (the database) opens the file itself. */
  nativePath(path: string): string;
}

/** A place for what is unpacked or converted on the way: it goes when the work ends. */
export interface Scratch {
  /** Writes a file of its own and gives the path by which the database opens it. */
  place(bytes: Uint8Array): Promise<string>;
}

export interface FolderListing {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

export interface FileDigest {
  /** sha256, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Uint8Array;
}

/** Why a file can't be used. */
export type FileProblemReason =
  | 'missing'
  | 'is_folder'
  | 'no_permission'
  | 'too_large'
  | 'unreadable';

export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly path: string;
  readonly reason: FileProblemReason;

  constructor(path: string, reason: FileProblemReason, cause?: unknown) {
    super(`${reason}: ${path}`, cause === undefined ? undefined : { cause });
    this.path = path;
    this.reason = reason;
  }
}
