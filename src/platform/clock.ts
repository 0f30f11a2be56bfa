import { dateInVietnam, type IsoDate } from '../domain/dates.js';

/** Today's date in Viet Nam, whatever zone the computer is set to: legal dates are Vietnamese calendar dates. */
export function today(): IsoDate {
  return dateInVietnam(new Date());
}
