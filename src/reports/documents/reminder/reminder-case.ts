import type { ReportAgency } from '../../report-model.js';

/** Why an agency is reminded; the gravest reason gives the letter its subject. */
export type ReminderCase =
  | 'not_submitted'
  | 'partly'
  | 'partly_below'
  | 'below'
  | 'inconclusive'
  | 'late';

/** Null for an agency that handed in everything in time and meets its targets. */
export function reminderCase({ submission, late, verdict }: ReportAgency): ReminderCase | null {
  if (submission === 'not_submitted') return 'not_submitted';
  if (submission === 'partly') return verdict === 'not_met' ? 'partly_below' : 'partly';
  if (verdict === 'not_met') return 'below';
  if (verdict === 'inconclusive' || verdict === 'no_data') return 'inconclusive';
  return late ? 'late' : null;
}
