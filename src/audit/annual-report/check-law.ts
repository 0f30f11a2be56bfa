import { formatDate, isoDate } from '../../domain/dates.js';
import { message } from '../../messages/catalogue.js';
import { rowItem } from './check-item.js';
import type { CheckItem, ReportRow } from './report.js';
import { isApproved, isRetired } from './summary.js';

/** From this level on the decree on penalties names the missing approval and the missing plan. Decree 330/2026 Art. 23.1. */
const penaltyLevel = 3;

/** CHK-06: approved under Decree 331, the security regulation is there and not later than the decision. Art. 30.7. */
export function regulationFirst(rows: readonly ReportRow[]): CheckItem[] {
  return rows.filter(isApproved).flatMap((row) => {
    const { name, approval_decision: decision, security_regulation: regulation } = row;
    // Without a decision another check blocks.
    if (!decision || decision.under_decree_331 === false) return [];
    const field = 'security_regulation';
    if (decision.under_decree_331 === null) {
      return [rowItem(row, field, message('annual_report.item.law_unknown', { name }), 'unknown')];
    }
    if (!regulation)
      return [rowItem(row, field, message('annual_report.item.no_regulation', { name }))];
    if (regulation.date === null || decision.date === null) {
      const found = message('annual_report.item.regulation_undated', { name });
      return [rowItem(row, field, found, 'unknown')];
    }
    if (regulation.date <= decision.date) return [];
    const found = message('annual_report.item.regulation_late', {
      name,
      regulation: formatDate(isoDate(regulation.date)),
      decision: formatDate(isoDate(decision.date)),
    });
    return [rowItem(row, field, found)];
  });
}

/** CHK-07: the proposed level is the one that the criteria give, or a reason is recorded. */
export function levelsAgree(rows: readonly ReportRow[]): CheckItem[] {
  return rows.flatMap((row) => {
    const { name, proposed_level: proposed, computed_level: computed } = row;
    // A missing proposed level blocks by itself; retired systems aren't classified any more.
    if (proposed === null || isRetired(row) || row.level_gap_reason !== null) return [];
    const field = 'proposed_level';
    if (computed === null) {
      const found = message('annual_report.item.level_unknown', { name, proposed });
      return [rowItem(row, field, found, 'unknown')];
    }
    if (proposed === computed) return [];
    const found = message('annual_report.item.level_differs', { name, proposed, computed });
    return [rowItem(row, field, found)];
  });
}

/** CHK-09: a level 3 to 5 system in operation is approved. */
export function operatingApproved(rows: readonly ReportRow[]): CheckItem[] {
  return rows
    .filter((row) => row.lifecycle === 'operating' && !isApproved(row))
    .flatMap((row) => {
      // A level declared too low doesn't make the duty go away.
      const level = higher(row.proposed_level, row.computed_level);
      const { name } = row;
      const field = 'approval_status';
      if (level === null) {
        return [rowItem(row, field, message('annual_report.item.no_level', { name }), 'unknown')];
      }
      if (level < penaltyLevel) return [];
      const found = message('annual_report.item.operating_unapproved', { name, level });
      return [rowItem(row, field, found, row.approval_status === null ? 'unknown' : 'fail')];
    });
}

function higher<T extends number>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** CHK-10: an approved level 3 to 5 system has its plan fully carried out. */
export function planCarriedOut(rows: readonly ReportRow[]): CheckItem[] {
  return rows
    .filter((row) => isApproved(row) && !isRetired(row) && row.plan_status !== 'fully')
    .flatMap((row) => {
      const level = row.approval_decision?.level ?? row.proposed_level ?? row.computed_level;
      if (level !== null && level < penaltyLevel) return [];
      const found = message('annual_report.item.plan_open', { name: row.name });
      const known = row.plan_status !== null && level !== null;
      return [rowItem(row, 'plan_status', found, known ? 'fail' : 'unknown')];
    });
}

/** CHK-11: "fully carried out", printed or declared, while a requirement that applies is not met. */
export function fullPlanSupported(rows: readonly ReportRow[]): CheckItem[] {
  return rows.flatMap((row) => {
    const { name, requirements } = row;
    if (row.plan_status !== 'fully' && row.plan_declared !== 'fully') return [];
    // Nothing answered at all: the plan's state is unsupported, which has its own check.
    if (!requirements || requirements.met + requirements.unmet === 0) return [];
    const { unmet, untold } = requirements;
    if (unmet > 0) {
      const found = message('annual_report.item.unmet', { name, count: unmet });
      return [rowItem(row, 'plan_status', found)];
    }
    if (untold === 0) return [];
    const found = message('annual_report.item.untold', { name, count: untold });
    return [rowItem(row, 'plan_status', found, 'unknown')];
  });
}

/** CHK-12: whoever assesses periodically is independent of the operating unit. Art. 31.2.c. */
export function assessorsIndependent(rows: readonly ReportRow[]): CheckItem[] {
  return rows.flatMap((row) => {
    const periodic = row.assessments.filter(({ kind }) => kind === 'periodic');
    return periodic.flatMap(({ date, independent }) => {
      if (independent === true) return [];
      const params = { name: row.name, date: formatDate(isoDate(date)) };
      return independent === false
        ? [rowItem(row, 'assessed', message('annual_report.item.not_independent', params))]
        : [
            rowItem(
              row,
              'assessed',
              message('annual_report.item.independence_unknown', params),
              'unknown',
            ),
          ];
    });
  });
}

/** CHK-13: a level 5 system, or one of the list, is assessed by a licensed or designated organisation. Art. 31.2.c. */
export function highestAssessedByLicensed(rows: readonly ReportRow[]): CheckItem[] {
  return rows
    .filter((row) => !isRetired(row) && !row.assessments.some(({ licensed }) => licensed === true))
    .flatMap((row) => {
      const { name } = row;
      const highest = [row.proposed_level, row.computed_level, row.approval_decision?.level];
      const isHighest = highest.includes(5);
      if (!isHighest && row.national_security_candidate !== true) return [];
      const field = 'assessed';
      if (!isHighest) {
        const found = message('annual_report.item.candidate_unassessed', { name });
        return [rowItem(row, field, found, 'unknown')];
      }
      const open = row.assessments.some(({ licensed }) => licensed === null);
      const found = message('annual_report.item.unlicensed', { name });
      return [rowItem(row, field, found, open ? 'unknown' : 'fail')];
    });
}
