import { AppError } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';

/**
 * The console's base address as the person typed it, without a slash at the end. Throws `AppError` (exit 2) when it is no http
 * address, is plain http and that isn't allowed, or holds a name, a password, parameters or a fragment; what was typed isn't
 * shown then, because it may hold a secret.
 */
export function consoleAddress(typed: string, allowHttp: boolean): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol)) {
    throw new AppError({
      message: message('fetch.bad_url'),
      hints: [message('fetch.bad_url.hint')],
    });
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new AppError({
      message: message('fetch.url_with_more'),
      hints: [message('fetch.url_with_more.hint')],
    });
  }
  if (url.protocol === 'http:' && !allowHttp) {
    throw new AppError({
      message: message('fetch.insecure'),
      hints: [message('fetch.insecure.hint')],
    });
  }
  return url.href.replace(/\/+$/, '');
}
