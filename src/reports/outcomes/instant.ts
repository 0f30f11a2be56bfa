/** The moment at which a legal date begins in Viet Nam (UTC+7): `2026-11-24T00:00:00+07:00`. */
export function startOfDay(date: string): string {
  return `${date}T00:00:00+07:00`;
}

/** The last moment of a legal date in Viet Nam: what is due on a date isn't late on it. */
export function endOfDay(date: string): string {
  return `${date}T23:59:59+07:00`;
}
