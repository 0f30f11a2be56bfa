import type { IsoDate } from '../../domain/dates.js';
import type { AnnualReportForm } from '../../packs/annual-report-form.js';
import { expectedDatesAhead, expectedDatesGiven, sentInTime } from './check-dates.js';
import {
  approvedMatchTotal,
  figuresInOrder,
  periodicMatchesTotal,
  rowsMatchTotal,
} from './check-figures.js';
import {
  agenciesHandedIn,
  dossiersBegun,
  fieldsGiven,
  idsUnique,
  levelsProposed,
  partiesAgree,
  plansSupported,
  retirementsDated,
  statusKnown,
} from './check-hand-ins.js';
import { outcomeOf } from './check-item.js';
import {
  assessorsIndependent,
  fullPlanSupported,
  highestAssessedByLicensed,
  levelsAgree,
  operatingApproved,
  planCarriedOut,
  regulationFirst,
} from './check-law.js';
import type { PartyConflict } from './parties.js';
import type { AnnualReport, CheckItem, ReportCheck } from './report.js';
import type { ReportScope } from './scope.js';

/** The finished contents of a report that are to be checked. */
export interface ReportContents
  extends Pick<AnnualReport, 'summary' | 'parties' | 'systems' | 'deadlines'> {
  readonly asOf: IsoDate;
  readonly missing: AnnualReport['agencies']['missing'];
  readonly conflicts: readonly PartyConflict[];
  readonly scope: ReportScope;
}

/** What each check looks at; its words, severity and citation are the pack's. */
const checks: Readonly<Record<string, (contents: ReportContents) => readonly CheckItem[]>> = {
  'CHK-01': rowsMatchTotal,
  'CHK-02': approvedMatchTotal,
  'CHK-03': figuresInOrder,
  'CHK-04': ({ systems }) => expectedDatesGiven(systems),
  'CHK-05': periodicMatchesTotal,
  'CHK-06': ({ systems }) => regulationFirst(systems),
  'CHK-07': ({ systems }) => levelsAgree(systems),
  'CHK-08': ({ systems, asOf }) => expectedDatesAhead(systems, asOf),
  'CHK-09': ({ systems }) => operatingApproved(systems),
  'CHK-10': ({ systems }) => planCarriedOut(systems),
  'CHK-11': ({ systems }) => fullPlanSupported(systems),
  'CHK-12': ({ systems }) => assessorsIndependent(systems),
  'CHK-13': ({ systems }) => highestAssessedByLicensed(systems),
  'CHK-14': ({ deadlines }) => sentInTime(deadlines),
  'EXTRA-01': ({ missing }) => agenciesHandedIn(missing),
  'EXTRA-02': ({ parties, systems }) => fieldsGiven(parties, systems),
  'EXTRA-03': ({ systems }) => plansSupported(systems),
  'EXTRA-04': ({ systems }) => dossiersBegun(systems),
  'EXTRA-05': ({ conflicts }) => partiesAgree(conflicts),
  'EXTRA-06': ({ scope }) => idsUnique(scope),
  'EXTRA-07': ({ systems }) => levelsProposed(systems),
  'EXTRA-08': ({ systems }) => statusKnown(systems),
  'EXTRA-09': ({ scope }) => retirementsDated(scope.retiredUndated),
};

/** Ids of the checks that the program knows, in their order. */
export const reportCheckIds: readonly string[] = Object.keys(checks);

/**
 * Checks a report's contents as they will be printed, in the form's order. A check that the program doesn't know is
 * `unknown`: a later pack's check never passes unlooked at.
 */
export function checkReport(form: AnnualReportForm, contents: ReportContents): ReportCheck[] {
  return form.checks.map(({ id, severity, rule, fix, citation = null }) => {
    const check = Object.hasOwn(checks, id) ? checks[id] : undefined;
    const items = check?.(contents) ?? [];
    return {
      id,
      severity,
      outcome: check ? outcomeOf(items) : 'unknown',
      rule,
      fix,
      citation,
      items,
    };
  });
}
