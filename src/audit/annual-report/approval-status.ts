import type { IsoDate } from '../../domain/dates.js';
import type { InformationSystem } from '../../domain/systems.js';
import type { DossierRule, ReportRow } from './report.js';

/**
 * Column 6 on a date. A decision counts from its own day; "approved" that no decision supports is taken as said, and a check
 * asks for the decision. Null: what is dated later than `asOf` leaves open how far the dossier was.
 */
export function approvalStatus(
  { approval, dossier }: InformationSystem,
  asOf: IsoDate,
): ReportRow['approval_status'] {
  if (approval && (approval.date === undefined || approval.date <= asOf)) return 'approved';
  if (!dossier) return approval ? null : 'not_started';
  const appraised = dossier.appraisal?.date;
  const { stage } = dossier;
  if (stage === 'drafting' || stage === 'submitted') return stage;
  if (stage === 'approved' && !approval) return 'approved';
  if (stage === 'appraised' && appraised === undefined) return 'appraised';
  return appraised !== undefined && appraised <= asOf ? 'appraised' : null;
}

/** Whether the dossier counts as prepared on a date, by the reading chosen. */
export function dossierPrepared(
  { dossier }: InformationSystem,
  status: ReportRow['approval_status'],
  rule: DossierRule,
  asOf: IsoDate,
): boolean {
  if (status === 'submitted' || status === 'appraised' || status === 'approved') return true;
  const completed = dossier?.completedOn;
  if (completed !== undefined && completed <= asOf) return true;
  return rule === 'include_drafts' && status === 'drafting';
}
