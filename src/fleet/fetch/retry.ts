import type { HttpProblemReason } from '../../domain/http.js';
import { firstWaitMilliseconds } from './limits.js';

/** Whether asking again may help: too many requests, a fault of the server or of the way. */
export function mayPass(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Whether a problem on the way may pass: a certificate or a redirect won't change by asking again. */
export function wayMayPass(reason: HttpProblemReason): boolean {
  return reason === 'unreachable' || reason === 'slow' || reason === 'cut_off';
}

/**
 * How long to wait after the `failures`th failure in a row, in milliseconds: what the server asks for in `Retry-After` (seconds
 * or a date, RFC 9110 section 10.2.3), otherwise 1 s, 2 s, 4 s … No chance in it, so that a run can be told from its record.
 * `now` is in milliseconds since 1970. A date that has passed gives 0; one that can't be read counts as none.
 */
export function waitAfter(failures: number, retryAfter: string | undefined, now: number): number {
  const asked = retryAfter?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1000;
  const date = Date.parse(asked);
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  return firstWaitMilliseconds * 2 ** (failures - 1);
}
