import { createHash } from 'node:crypto';
import { maxDocumentBytes } from '../documents/limits.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type Files } from '../domain/files.js';
import { message } from '../messages/catalogue.js';
import { fileRemark } from './problem.js';

/** A file that an assessment rests on. */
export interface InputFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** sha256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

export type FileReading =
  | { readonly bytes: Uint8Array; readonly input: InputFile }
  | { readonly problem: Diagnostic };

/** The bytes of a document that people write, at most `maxDocumentBytes`, and their digest. Throws only what is a bug. */
export async function readDocumentFile(files: Files, path: string): Promise<FileReading> {
  try {
    const bytes = await files.read(path, maxDocumentBytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, input: { path, sha256, bytes: bytes.byteLength } };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { problem: fileProblem(error, maxDocumentBytes) };
  }
}

const hints = {
  missing: message('intake.missing.hint'),
  is_folder: message('intake.is_folder.hint'),
  no_permission: message('intake.no_permission.hint'),
  too_large: message('intake.too_large.hint'),
  unreadable: message('intake.unreadable.hint'),
};

/** Why a file or folder can't be read, and what to do. `maxBytes` is the limit that was asked for. */
export function fileProblem({ path, reason }: FileProblem, maxBytes: number): Diagnostic {
  const text =
    reason === 'too_large'
      ? message('file.too_large', { path, limit: `${Math.round(maxBytes / 1024 ** 2)} MB` })
      : message(`file.${reason}`, { path });
  return fileRemark('error', path, text, hints[reason]);
}
