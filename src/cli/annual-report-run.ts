import type { AnnualReport, DossierRule, PeriodicRule } from '../audit/annual-report/report.js';
import type { AnnualReportOptions } from '../audit/annual-report/source.js';
import { formatDate, type IsoDate, parseDuration } from '../domain/dates.js';
import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import type { Letterhead } from '../domain/letterhead.js';
import { type Level, levels } from '../domain/rules.js';
import { message } from '../messages/catalogue.js';
import { bundled } from './bundled.js';
import { existingFolder } from './existing-folder.js';
import type { Progress } from './progress.js';

/** What a person asks for on the command line. */
export interface AnnualReportRequest {
  readonly workspace: string;
  readonly year: number | undefined;
  /** Name of an owner or id of an agency. */
  readonly owner: string | undefined;
  readonly asOf: IsoDate | undefined;
  readonly sentOn: IsoDate;
  readonly periodicRule: PeriodicRule;
  readonly periodicIntervals: readonly string[];
  readonly dossierRule: DossierRule;
  readonly progress: Progress;
}

/**
 * Reads and judges the workspace on the date of the data and draws the report up. Throws `AppError` (exit 2) for what can't
 * be used: the workspace, an unknown owner, a date outside the year's data period, intervals that are missing or wrong.
 */
export async function drawUpAnnualReport(request: AnnualReportRequest): Promise<{
  readonly report: AnnualReport;
  readonly letterhead: Letterhead | undefined;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { annualReport } = await import('../audit/annual-report.js');
  const { chooseOwner } = await import('../audit/annual-report/choose-owner.js');
  const { annualReportSource } = await import('../audit/annual-report/from-province.js');
  const { dataPeriod, usualDataDate } = await import('../audit/annual-report/period.js');
  const { judgeProvince, readProvince } = await import('../audit/read-province.js');
  const { loadSchemas } = await import('../documents/schemas.js');
  const periodicIntervals = intervals(request);
  const reportYear = request.year ?? Number((request.asOf ?? request.sentOn).slice(0, 4));
  const asOf = request.asOf ?? earlier(usualDataDate(reportYear), request.sentOn);
  const { progress } = request;
  let step = '';
  const province = await readProvince({
    workspace: await existingFolder(request.workspace),
    bundled,
    schemas: await loadSchemas(bundled, 'schemas'),
    asOf,
    onProgress: (label, done, total) => {
      if (label.key !== step) progress.start(label);
      step = label.key;
      progress.update(done, total);
    },
  });
  const source = annualReportSource(province, judgeProvince(province));
  const period = dataPeriod(source.pack.form.schedule, reportYear);
  if (asOf < period.start || asOf > period.end) {
    throw new AppError({
      message: message('annual_report.as_of_year', {
        date: formatDate(asOf),
        year: String(reportYear),
        start: formatDate(period.start),
        end: formatDate(period.end),
      }),
      hints: [message('annual_report.as_of_year.hint')],
    });
  }
  const report = annualReport(source, {
    reportYear,
    asOf,
    sentOn: request.sentOn,
    periodicRule: request.periodicRule,
    periodicIntervals,
    dossierRule: request.dossierRule,
    ...(request.owner !== undefined && chooseOwner(source.agencies, request.owner)),
  });
  return {
    report,
    letterhead: province.workspace.letterhead,
    diagnostics: [...province.workspace.diagnostics, ...province.submissions.diagnostics],
  };
}

/** Before the period ends, the data are those of today: a later day would let answers expire that still hold. */
function earlier(cutOff: IsoDate, today: IsoDate): IsoDate {
  return today < cutOff ? today : cutOff;
}

/** `P1Y` for every level, `3=P1Y` for one; the later wins. */
function intervals({
  periodicRule,
  periodicIntervals,
}: AnnualReportRequest): NonNullable<AnnualReportOptions['periodicIntervals']> {
  const found = new Map<Level, { text: string; duration: { months: number; days: number } }>();
  for (const each of periodicIntervals) {
    const [, level, text = ''] = /^(?:([1-5])=)?(P\w+)$/.exec(each) ?? [];
    const duration = parseDuration(text);
    if (!duration) {
      throw new AppError({ message: message('annual_report.bad_interval', { found: each }) });
    }
    for (const one of levels) {
      if (level === undefined || Number(level) === one) found.set(one, { text, duration });
    }
  }
  if (periodicRule === 'valid_at_cutoff' && found.size === 0) {
    throw new AppError({
      message: message('annual_report.interval_needed'),
      hints: [message('annual_report.interval_needed.hint')],
    });
  }
  return found;
}
