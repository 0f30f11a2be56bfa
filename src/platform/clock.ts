import { dateInVietnam, type IsoDate } from '../domain/dates.js';

/** Today's date in Viet Nam, whatever zone the computer is set to: legal dates are Vietnamese calendar dates. */
export function today(): IsoDate {
  return dateInVietnam(new Date());
}

/** This moment, in milliseconds since 1970. */
export function now(): number {
  return Date.now();
}
