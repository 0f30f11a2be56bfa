import { open, stat } from 'node:fs/promises';
import { AppError } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';

/** A file that holds a token holds nothing else; the longest tokens seen are a few kilobytes. */
const maxSecretBytes = 64 * 1024;

/** Permission bits of the group and of everybody else. */
const othersBits = 0o077;

/** What a header may hold: visible ASCII without blanks. Anything else would be a wrong file, or a second header. */
const secretPattern = /^[\x21-\x7e]+$/;

/** The secret in an environment variable. Throws `AppError` (exit 2) when it isn't set, is empty or can't be a secret. */
export function secretFromVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value.trim() === '') {
    throw new AppError({
      message: message('secret.no_variable', { name }),
      hints: [message('secret.no_variable.hint', { name })],
    });
  }
  return checked(value, name);
}

/**
 * The secret in a file, without the blanks and line breaks around it. Throws `AppError` (exit 2) when the file isn't an
 * ordinary one, can't be read, isn't its owner's alone (mode 0600 or less; not asked on Windows), or can't be a secret.
 */
export async function secretFromFile(path: string): Promise<string> {
  try {
    // Looked at before it is opened, because a pipe would block, and again after: it may have been exchanged.
    if ((await stat(path)).isFile()) return await readSecret(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { code = 'ERROR' } = error as NodeJS.ErrnoException;
    throw new AppError({ message: message('secret.unreadable', { path, code }), cause: error });
  }
  throw new AppError({ message: message('secret.unreadable', { path, code: 'EISDIR' }) });
}

async function readSecret(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { mode, size } = await file.stat();
    if (process.platform !== 'win32' && (mode & othersBits) !== 0) {
      throw new AppError({
        message: message('secret.open_to_others', { path, mode: (mode & 0o777).toString(8) }),
        hints: [message('secret.open_to_others.hint', { path })],
      });
    }
    if (size > maxSecretBytes) throw notASecret(path);
    return checked(await file.readFile('utf8'), path);
  } finally {
    await file.close();
  }
}

function checked(value: string, place: string): string {
  const secret = value.trim();
  if (!secretPattern.test(secret) || secret.length > maxSecretBytes) throw notASecret(place);
  return secret;
}

function notASecret(place: string): AppError {
  return new AppError({
    message: message('secret.not_a_secret', { place }),
    hints: [message('secret.not_a_secret.hint')],
  });
}
