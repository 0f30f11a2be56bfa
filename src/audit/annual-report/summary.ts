import type { AnnualReportForm, SummaryId } from '../../packs/annual-report-form.js';
import type { OwnerParties, ReportCounts, ReportRow, SummaryField } from './report.js';

/** Section 1 from the rows of section 3. `complete`: no agency's systems are missing from them; else nothing is called completed. */
export function reportSummary(
  form: AnnualReportForm,
  rows: readonly ReportRow[],
  complete: boolean,
): readonly SummaryField[] {
  const approved = rows.filter(isApproved);
  const values: Readonly<Record<SummaryId, number | string | null>> = {
    total_systems: rows.length,
    total_typed: rows.filter((row) => row.typed).length,
    total_dossier_prepared: rows.filter((row) => row.dossier_prepared).length,
    total_appraised: approved.length + rows.filter(isAppraised).length,
    total_approved: approved.length,
    total_approved_periodically_assessed: approved.filter((row) => row.periodic_done === true)
      .length,
    expected_all_approved_on: lastExpected(rows),
  };
  const completed =
    complete && rows.length > 0 && rows.every((row) => isApproved(row) || isRetired(row));
  return form.summary.map(({ id, label }) => ({
    id,
    label,
    value: values[id],
    text: id === 'expected_all_approved_on' && completed ? form.completed : null,
  }));
}

export function isApproved(row: Pick<ReportRow, 'approval_status'>): boolean {
  return row.approval_status === 'approved';
}

function isAppraised(row: ReportRow): boolean {
  return row.approval_status === 'appraised';
}

/** A retired system will never be approved nor its plan be carried out: no date is expected of it. */
export function isRetired(row: Pick<ReportRow, 'lifecycle'>): boolean {
  return row.lifecycle === 'retired';
}

/** The latest expected approval; null when one is missing, or nothing is left to approve. */
function lastExpected(rows: readonly ReportRow[]): string | null {
  const open = rows.filter((row) => !isApproved(row) && !isRetired(row));
  const dates = open.flatMap((row) => row.expected_approval ?? []);
  return dates.length < open.length ? null : (dates.sort().at(-1) ?? null);
}

/** Numbers of systems by owner, level, approval, plan. */
export function reportCounts(
  rows: readonly ReportRow[],
  parties: readonly OwnerParties[],
): ReportCounts {
  return {
    by_owner: parties.map(({ name, systems }) => ({ owner: name, count: systems })),
    by_level: levelOrder
      .map((level) => ({ level, count: rows.filter((row) => row.proposed_level === level).length }))
      .filter(({ count }) => count > 0),
    by_approval_status: statusOrder
      .map((status) => ({
        status,
        count: rows.filter((row) => row.approval_status === status).length,
      }))
      .filter(({ count }) => count > 0),
    by_plan_status: planOrder
      .map((status) => ({ status, count: rows.filter((row) => row.plan_status === status).length }))
      .filter(({ count }) => count > 0),
  };
}

const levelOrder: readonly ReportRow['proposed_level'][] = [1, 2, 3, 4, 5, null];

const statusOrder: readonly ReportRow['approval_status'][] = [
  'approved',
  'appraised',
  'submitted',
  'drafting',
  'not_started',
  null,
];

const planOrder: readonly ReportRow['plan_status'][] = ['fully', 'partly', 'not_started', null];
