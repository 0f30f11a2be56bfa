import type { ReportFinding } from '../report-model.js';

/** A piece of work: one finding, or the machines of an agency that need the same. */
export interface PlanRow {
  /** From 1, in the order of the worst finding of each. */
  readonly no: number;
  /** At least one; the first stands for all. */
  readonly findings: readonly [ReportFinding, ...ReportFinding[]];
  /** How many machines, systems or files: what its findings stand for together. */
  readonly subjects: number;
}

/**
 * The work that the findings ask for. Every finding belongs to one row, so that the rows' findings add up to all; machines of
 * one agency with the same rule and outcome share a row.
 */
export function planRows(findings: readonly ReportFinding[]): readonly PlanRow[] {
  const rows = new Map<string, [ReportFinding, ...ReportFinding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const row = rows.get(key);
    if (row) row.push(finding);
    else rows.set(key, [finding]);
  }
  return [...rows.values()].map((own, index) => ({
    no: index + 1,
    findings: own,
    subjects: own.reduce((sum, { count }) => sum + count, 0),
  }));
}

function keyOf({ id, rule, outcome, severity, subject, agency }: ReportFinding): string {
  return subject.kind === 'endpoint'
    ? JSON.stringify([rule, outcome, severity, agency?.id ?? null])
    : JSON.stringify([id]);
}
