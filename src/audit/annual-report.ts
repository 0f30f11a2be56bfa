import { reportAnnexes } from './annual-report/annexes.js';
import { checkReport } from './annual-report/checks.js';
import { reportNotes } from './annual-report/notes.js';
import { reportParties } from './annual-report/parties.js';
import { dataPeriod, reportDeadlines } from './annual-report/period.js';
import type { AnnualReport, ReportParameters } from './annual-report/report.js';
import { reportRows } from './annual-report/rows.js';
import { reportScope } from './annual-report/scope.js';
import type { AnnualReportOptions, AnnualReportSource } from './annual-report/source.js';
import { reportCounts, reportSummary } from './annual-report/summary.js';

/**
 * Draws up the annual report (Form 08, Decree 331/2026 Art. 35 and 36) of every owner, of one, or of one agency. What no
 * inventory says stays null. Pure: the same source and options give the same report. Never throws.
 */
export function annualReport(
  { title, pack, agencies }: AnnualReportSource,
  options: AnnualReportOptions,
): AnnualReport {
  const { form } = pack;
  const { reportYear, sentOn, owner, agency } = options;
  const period = dataPeriod(form.schedule, reportYear);
  const asOf = options.asOf ?? period.end;
  const periodicIntervals = options.periodicIntervals ?? new Map();
  const parameters: ReportParameters = {
    report_year: reportYear,
    as_of: asOf,
    periodic_rule: options.periodicRule ?? 'within_data_period',
    periodic_intervals: Object.fromEntries(
      [...periodicIntervals].map(([level, { text }]) => [level, text]),
    ),
    dossier_rule: options.dossierRule ?? 'completed_only',
    sent_on: sentOn ?? null,
    owner: owner ?? null,
    agency: agency ?? null,
  };
  const chosen = agencies.filter(({ id }) => agency === undefined || id === agency);
  const scope = reportScope(agencies, period, options);
  const systems = reportRows(scope.entries, {
    asOf,
    period,
    periodicRule: parameters.periodic_rule,
    periodicIntervals,
    dossierRule: parameters.dossier_rule,
    pack: { id: pack.id, from: pack.effective.from },
  });
  const { owners: parties, conflicts } = reportParties(form, agencies, scope.entries, options);
  const deadlines = reportDeadlines(form.schedule, reportYear, sentOn, agency !== undefined);
  const missing = chosen.flatMap(({ id, name, missing: reason }) =>
    reason === null ? [] : [{ id, name, reason }],
  );
  const summary = reportSummary(form, systems, missing.length === 0);
  const contents = { summary, parties, systems, deadlines };
  const checks = checkReport(form, { ...contents, asOf, missing, conflicts, scope });
  const passed = (id: string) =>
    checks.some((check) => check.id === id && check.outcome === 'pass');
  return {
    schema_version: 1,
    title,
    form: {
      number: form.form.number,
      title: form.form.title,
      citations: form.form.citations,
      issued_by: form.form.issuedBy,
      addressees: form.form.addressees,
      channels: form.schedule.channels,
      sections: sectionTitles(form.form.sections),
    },
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    parameters,
    period: { ...period, citation: form.schedule.dataPeriod.citation },
    deadlines,
    draft: form.checks.some(
      ({ id, severity, effect }) => severity === 'block' && effect !== 'late' && !passed(id),
    ),
    late: deadlines.some(({ binding, days_left }) => binding && (days_left ?? 0) < 0),
    agencies: { total: chosen.length, missing },
    summary,
    parties,
    columns: form.columns,
    words: form.words,
    systems,
    counts: reportCounts(systems, parties),
    annexes: reportAnnexes(form, scope.entries),
    coverage: form.coverage.map(({ clause, content, inForm, where, gap, annex }) => ({
      clause,
      content,
      in_form: inForm,
      where: where ?? null,
      gap: gap ?? null,
      annex: annex ?? null,
    })),
    checks,
    notes: reportNotes(form.notes, {
      parameters,
      period,
      rows: systems,
      lawFrom: pack.effective.from,
    }),
  };
}

function sectionTitles(
  sections: AnnualReportSource['pack']['form']['form']['sections'],
): AnnualReport['form']['sections'] {
  const title = (id: 'summary' | 'parties' | 'systems') =>
    sections.find((each) => each.id === id)?.title ?? { vi: id, en: id };
  return { summary: title('summary'), parties: title('parties'), systems: title('systems') };
}
