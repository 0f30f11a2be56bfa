import { chapmanEstimate } from '../domain/chapman.js';
import { daysBetween, isoDate } from '../domain/dates.js';
import type { Row } from '../fleet/engines/engine.js';
import type { EndpointSummary } from './assessment.js';
import type { DeclaredEndpoints } from './endpoint-summary.js';

/** Sources whose dates lie further apart can't be compared machine by machine. */
export const maxDaysApart = 7;

/** A list that names fewer than one in so many of the machines counted isn't the list of these machines. */
const confirmingShare = 2;

/** An estimate is worth a remark from this many percent of the machines known on, and from so many more. */
const estimatePercent = 125;
const estimateExcess = 5;

/**
 * Whether anything besides one console confirms how many machines an agency has: another console, machines that report on
 * themselves, a directory, an inventory, a list or a declared number. Each must name at least half of those `shown`: a stray
 * file confirms nothing. What collectors say is one source, whatever its format; two exports of one console are one console.
 * `rows` are the fleet's sources.
 */
export function isConfirmed(
  shown: number,
  inRegister: number,
  declared: DeclaredEndpoints | null,
  rows: readonly Row[],
): boolean {
  const enough = (count: number) => count > 0 && count * confirmingShare >= shown;
  if (declared !== null && enough(declared.count)) return true;
  if (enough(inRegister)) return true;
  const used = new Map<string, number>();
  for (const row of rows.filter(({ role }) => ['console', 'collector'].includes(String(role)))) {
    // Two exports of one console mostly name the same machines: the larger counts, not the sum.
    used.set(toolOf(row), Math.max(used.get(toolOf(row)) ?? 0, Number(row['used'])));
  }
  return [...used.values()].filter(enough).length > 1;
}

function toolOf(row: Row): string {
  return row['role'] === 'collector' ? 'collector' : String(row['console']);
}

/**
 * What a register and the consoles know apart and together, with Chapman's estimate of the whole (a hint, never a
 * denominator; null when they share no machine). Undefined when either side is missing.
 */
export function secondSource(
  register: number,
  console: number,
  both: number,
): EndpointSummary['second_source'] {
  if (register === 0 || console === 0) return undefined;
  const estimate = chapmanEstimate(register, console, both) ?? null;
  return { register, console, both, estimate };
}

/** Whether the estimate is so much larger than the machines known that a list may be short. */
export function isShort({
  register,
  console,
  both,
  estimate,
}: NonNullable<EndpointSummary['second_source']>): boolean {
  const known = register + console - both;
  return (
    estimate !== null &&
    100 * estimate >= estimatePercent * known &&
    estimate - known >= estimateExcess
  );
}

/** Days between the dates of the oldest and the newest source; null when fewer than two are dated. */
export function daysApart(rows: readonly Row[]): number | null {
  const days = rows.flatMap(({ dated }) => (dated ? [isoDate(String(dated))] : [])).toSorted();
  const [oldest, newest] = [days[0], days.at(-1)];
  return oldest && newest && days.length > 1 ? daysBetween(oldest, newest) : null;
}
