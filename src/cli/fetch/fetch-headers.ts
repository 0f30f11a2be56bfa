import { AppError } from '../../domain/diagnostic.js';
import type { SourceFetch } from '../../fleet/fetch/source-fetch.js';
import { message } from '../../messages/catalogue.js';
import { secretFromFile, secretFromVariable } from '../../platform/secrets.js';

/** Where the secrets are; their values are never typed. */
export interface SecretPlaces {
  readonly tokenEnv: string | undefined;
  readonly tokenFile: string | undefined;
  /** `<header>=<environment variable>`, as typed. */
  readonly headers: readonly string[];
}

/** Headers that the program or the protocol sets. */
const reserved =
  /^(?:authorization|host|connection|content-.*|transfer-encoding|te|upgrade|accept|user-agent|expect)$/i;

const headerPattern = /^([A-Za-z0-9-]{1,100})=([A-Za-z_][A-Za-z0-9_]*)$/;

/**
 * The headers of every request of a fetch. Throws `AppError` (exit 2) when there is not exactly one place for the token, a
 * header isn't written right, is the program's own, or is missing though the source needs it.
 */
export async function fetchHeaders(
  fetch: SourceFetch,
  places: SecretPlaces,
): Promise<Readonly<Record<string, string>>> {
  const { tokenEnv, tokenFile } = places;
  const headers: Record<string, string> = {};
  for (const typed of places.headers) {
    const [, name = '', variable = ''] = headerPattern.exec(typed) ?? [];
    const own = 'name' in fetch.auth && name.toLowerCase() === fetch.auth.name.toLowerCase();
    // What was typed isn't shown: somebody may have typed the secret itself.
    if (name === '') throw problem('fetch.bad_header');
    if (own || reserved.test(name))
      throw new AppError({ message: message('fetch.own_header', { name }) });
    headers[name] = secretFromVariable(variable);
  }
  const given = Object.keys(headers).map((name) => name.toLowerCase());
  const missing = fetch.headers?.find((name) => !given.includes(name.toLowerCase()));
  if (missing !== undefined) {
    throw new AppError({
      message: message('fetch.missing_header', { name: missing }),
      hints: [message('fetch.missing_header.hint', { name: missing })],
    });
  }
  if (tokenEnv !== undefined) return withToken(headers, fetch, secretFromVariable(tokenEnv));
  if (tokenFile === undefined) throw problem('fetch.no_token');
  return withToken(headers, fetch, await secretFromFile(tokenFile));
}

function withToken(
  headers: Readonly<Record<string, string>>,
  { auth }: SourceFetch,
  token: string,
): Readonly<Record<string, string>> {
  if (auth.scheme === 'bearer') return { ...headers, Authorization: `Bearer ${token}` };
  return { ...headers, [auth.name]: auth.prefix === undefined ? token : `${auth.prefix} ${token}` };
}

function problem(key: 'fetch.bad_header' | 'fetch.no_token'): AppError {
  return new AppError({ message: message(key), hints: [message(`${key}.hint`)] });
}
