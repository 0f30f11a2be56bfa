import type { IsoDate } from '../../domain/dates.js';
import type { NoteCondition, ReportNoteForm } from '../../packs/annual-report-form.js';
import type { AnnualReport, ReportParameters, ReportRow } from './report.js';
import { isRetired } from './summary.js';

/** The pack's notes that bear on this very report. */
export function reportNotes(
  notes: readonly ReportNoteForm[],
  report: {
    readonly parameters: ReportParameters;
    readonly period: Pick<AnnualReport['period'], 'start' | 'end'>;
    readonly rows: readonly ReportRow[];
    /** First day of the law whose form it is. */
    readonly lawFrom: IsoDate;
  },
): AnnualReport['notes'] {
  const { parameters, period, rows, lawFrom } = report;
  const holds: Readonly<Record<NoteCondition, boolean>> = {
    always: true,
    retired_counted: rows.some(isRetired),
    level_kept: rows.some((row) => row.level_kept),
    not_started_row: rows.some((row) => row.approval_status === 'not_started'),
    completed_only: parameters.dossier_rule === 'completed_only',
    include_drafts: parameters.dossier_rule === 'include_drafts',
    within_data_period: parameters.periodic_rule === 'within_data_period',
    valid_at_cutoff: parameters.periodic_rule === 'valid_at_cutoff',
    period_before_decree: period.start < lawFrom,
    as_of_before_end: parameters.as_of < period.end,
    as_of_ahead: parameters.sent_on !== null && parameters.sent_on < parameters.as_of,
  };
  return notes
    .filter(({ when }) => holds[when])
    .map(({ id, certainty, text }) => ({ id, certainty, text }));
}
