import { message } from '../../messages/catalogue.js';
import type { SummaryId } from '../../packs/annual-report-form.js';
import { reportItem, rowItem } from './check-item.js';
import type { CheckItem, ReportRow, SummaryField } from './report.js';
import { isApproved } from './summary.js';

/** What the checks of figures look at: section 1 against section 3, as they will be printed. */
export interface Figures {
  readonly summary: readonly SummaryField[];
  readonly systems: readonly ReportRow[];
}

/** CHK-01: rows of section 3 = systems under management. */
export function rowsMatchTotal({ summary, systems }: Figures): CheckItem[] {
  const total = figure(summary, 'total_systems');
  if (total === systems.length) return [];
  const found = message('annual_report.item.rows', { rows: systems.length, total });
  return [reportItem('total_systems', found)];
}

/** CHK-02: rows approved = systems approved, and each has number, date and authority of its decision. */
export function approvedMatchTotal({ summary, systems }: Figures): CheckItem[] {
  const approved = systems.filter(isApproved);
  const total = figure(summary, 'total_approved');
  return [
    ...(total === approved.length
      ? []
      : [
          reportItem(
            'total_approved',
            message('annual_report.item.approved_rows', { rows: approved.length, total }),
          ),
        ]),
    ...approved.flatMap(decisionGaps),
  ];
}

function decisionGaps(row: ReportRow): CheckItem[] {
  const { name, approval_decision: decision } = row;
  const field = 'approval_decision';
  if (!decision) return [rowItem(row, field, message('annual_report.item.no_decision', { name }))];
  const authority = decision.authority ?? (decision.authority_role === 'prime_minister' || null);
  const parts = [
    [decision.number, message('annual_report.word.number')],
    [decision.date, message('annual_report.word.date')],
    [authority, message('annual_report.word.authority')],
  ] as const;
  return parts.flatMap(([value, what]) =>
    value === null
      ? [rowItem(row, field, message('annual_report.item.decision_gap', { name, what }))]
      : [],
  );
}

const notLarger: readonly (readonly [smaller: SummaryId, larger: SummaryId])[] = [
  ['total_approved', 'total_appraised'],
  ['total_appraised', 'total_dossier_prepared'],
  ['total_dossier_prepared', 'total_systems'],
  ['total_typed', 'total_systems'],
];

/** CHK-03: each step of the procedure counts no more systems than the step before it. */
export function figuresInOrder({ summary }: Figures): CheckItem[] {
  return notLarger.flatMap(([smaller, larger]) => {
    const less = figure(summary, smaller);
    const more = figure(summary, larger);
    if (less <= more) return [];
    const label = (id: SummaryId) => summary.find((field) => field.id === id)?.label ?? id;
    const found = message('annual_report.item.order', {
      smaller: label(smaller),
      less,
      larger: label(larger),
      more,
    });
    return [reportItem(smaller, found)];
  });
}

/** CHK-05: approved rows with "periodic" in column 12 = field 6. Rows of which nobody can tell leave it open. */
export function periodicMatchesTotal({ summary, systems }: Figures): CheckItem[] {
  const rows = systems.filter((row) => isApproved(row) && row.assessed.includes('periodic'));
  const id = 'total_approved_periodically_assessed';
  const total = figure(summary, id);
  const open = systems.filter((row) => isApproved(row) && row.periodic_done === null);
  return [
    ...(total === rows.length
      ? []
      : [
          reportItem(id, message('annual_report.item.periodic_rows', { rows: rows.length, total })),
        ]),
    ...open.map((row) => {
      const found = message('annual_report.item.no_interval', { name: row.name });
      return rowItem(row, 'assessed', found, 'unknown');
    }),
  ];
}

function figure(summary: readonly SummaryField[], id: SummaryId): number {
  return Number(summary.find((field) => field.id === id)?.value ?? 0);
}
