import { formatDate, type IsoDate } from '../domain/dates.js';
import { type Rate, type TargetOutcome, worstOutcome } from '../domain/rates.js';
import type { Certainty } from '../domain/rules.js';
import { decideShare, missingShare, percentDown } from '../domain/shares.js';
import type { LocalizedText, Message } from '../domain/text.js';
import type { Indicator, ReportedFigure } from '../intake/indicators.js';
import { message } from '../messages/catalogue.js';
import type { AuditTarget, ReportedTarget, Target } from '../packs/types.js';
import { lessSure } from '../systems/certainty-order.js';
import type { Assessment } from './assessment.js';
import type { PlanSector, PlanSource, PlanTargetResult, PlanValue } from './plan-report.js';
import { isEndpointMetric } from './target-results.js';

/** A target whose figures the audit computes: the province's sum, its outcome and its doubts as they stand there. */
export function computedTarget(
  target: AuditTarget,
  percent: number,
  { province }: Assessment,
): PlanTargetResult {
  const result = province.targets.find(({ id }) => id === target.id);
  const outcome = result?.outcome ?? 'no_data';
  const endpoints = isEndpointMetric(target.metric);
  const missing =
    !result || outcome === 'no_data'
      ? [message(endpoints ? 'plan.missing.exports' : 'plan.missing.inventories')]
      : [
          ...(result.missing > 0 && outcome !== 'met'
            ? [
                message(endpoints ? 'plan.missing.endpoints' : 'plan.missing.systems', {
                  count: result.missing,
                  unknown: result.unknown,
                }),
              ]
            : []),
          ...result.reasons,
        ];
  return {
    ...common(target, percent),
    per: null,
    figures: null,
    outcome,
    value: result ? planValue(result) : null,
    report: null,
    sectors: [],
    reporter: null,
    missing,
  };
}

export interface ReportedInput {
  /** The threshold that holds in the workspace. */
  readonly percent: number;
  readonly asOf: IsoDate;
  /** What was reported; undefined = nothing. */
  readonly indicator: Indicator | undefined;
  /** Who must report; null when nobody is named. */
  readonly reporter: LocalizedText | null;
}

/**
 * A target whose figures bodies report. A figure dated after as-of doesn't count. Where sectors are counted each must
 * meet the threshold; the worst one's value stands for the target, and which sectors there are is known only from what
 * was reported.
 */
export function reportedTarget(target: ReportedTarget, input: ReportedInput): PlanTargetResult {
  const { percent, asOf, indicator, reporter } = input;
  const { figures: counted } = target;
  const reported = indicator?.figures ?? [];
  const figures = reported.filter(({ date }) => date <= asOf);
  const later = reported.filter(({ date }) => date > asOf);
  const judged = figures
    .map((figure) => ({ figure, ...judge(figure, percent) }))
    .sort((a, b) => rank(a.outcome) - rank(b.outcome) || share(a.value) - share(b.value));
  const [worst] = judged;
  const unit = indicator?.unit ?? counted.unit;
  const short = judged.flatMap(({ figure, outcome }) =>
    outcome === 'met' ? [] : [shortfall(target, figure, percent, unit)],
  );
  const outcome = worstOutcome(judged.map((each) => each.outcome));
  return {
    ...common(target, percent),
    per: target.per ?? null,
    figures: {
      numerator: counted.numerator,
      denominator: counted.denominator,
      unit: typeof unit === 'string' ? { vi: unit, en: unit } : unit,
    },
    outcome,
    value: worst?.value ?? null,
    report: worst ? source(worst.figure) : null,
    sectors: judged.flatMap(({ figure, outcome: own, value }): PlanSector[] =>
      figure.sector === null
        ? []
        : [{ sector: figure.sector, outcome: own, value, report: source(figure) }],
    ),
    reporter,
    missing: [
      ...(figures.length === 0 ? [toReport(target)] : short),
      ...later.map(({ date }) => message('plan.missing.later', { date: formatDate(date) })),
    ],
  };
}

const worstFirst: readonly TargetOutcome[] = ['not_met', 'inconclusive', 'no_data', 'met'];

function rank(outcome: TargetOutcome): number {
  return worstFirst.indexOf(outcome);
}

function share(value: PlanValue | null): number {
  return value ? value.numerator / value.denominator : 0;
}

function judge({ numerator, denominator }: ReportedFigure, percent: number) {
  const rate = { numerator, denominator, unknown: 0 };
  return { outcome: decideShare(rate, percent), value: planValue(rate) };
}

function planValue({ numerator, denominator, unknown }: Rate): PlanValue | null {
  if (denominator === 0) return null;
  return {
    numerator,
    denominator,
    unknown,
    percent: percentDown(numerator, denominator),
    percent_upper: percentDown(numerator + unknown, denominator),
  };
}

function toReport({ per, figures: { numerator, denominator } }: ReportedTarget): Message {
  return per === 'sector'
    ? message('plan.missing.report_sectors', { numerator, denominator })
    : message('plan.missing.report', { numerator, denominator });
}

/** What one reported figure lacks. */
function shortfall(
  target: ReportedTarget,
  { sector, numerator, denominator }: ReportedFigure,
  percent: number,
  unit: string | LocalizedText,
): Message {
  const said =
    denominator === 0
      ? message('plan.missing.whole', { denominator: target.figures.denominator })
      : message('plan.missing.units', {
          count: missingShare(
            { numerator, denominator, unknown: 0 },
            percent,
            target.figures.decimals === true,
          ),
          unit,
          percent: String(percent),
        });
  return sector === null ? said : message('plan.missing.of_sector', { sector, said });
}

function source({ source: from, reportedBy, date, note, at }: ReportedFigure): PlanSource {
  return {
    source: from,
    reported_by: reportedBy,
    date,
    note: note ?? null,
    path: at.path,
    line: at.line,
  };
}

function common(target: Target, percent: number) {
  const { id, title, measuredBy, atLeastPercent, citations } = target;
  return {
    id,
    title,
    measured_by: measuredBy,
    at_least_percent: percent,
    plan_percent: atLeastPercent,
    citations,
    certainty: citations.map((each) => each.certainty).reduce<Certainty>(lessSure, 'text'),
  };
}
