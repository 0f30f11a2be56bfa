import type { Message } from '../../domain/text.js';
import type { CheckItem, CheckOutcome, ReportRow } from './report.js';

/** A place of a row that doesn't pass. `pointer`: below the system's own entry. */
export function rowItem(
  row: ReportRow,
  field: string,
  message: Message,
  outcome: CheckItem['outcome'] = 'fail',
): CheckItem {
  return { outcome, message, agency: row.agency, system: row.system, field, at: row.at };
}

/** Something about the report as a whole that doesn't pass. */
export function reportItem(
  field: string | null,
  message: Message,
  outcome: CheckItem['outcome'] = 'fail',
): CheckItem {
  return { outcome, message, agency: null, system: null, field, at: null };
}

/** The worst of the items: fail, then unknown, then pass. */
export function outcomeOf(items: readonly CheckItem[]): CheckOutcome {
  if (items.some(({ outcome }) => outcome === 'fail')) return 'fail';
  return items.length === 0 ? 'pass' : 'unknown';
}
