import type { PlanReport, PlanTargetResult, PlanTotals, PlanValue } from '../audit/plan-report.js';
import { formatDate, isoDate } from '../domain/dates.js';
import type { TargetOutcome } from '../domain/rates.js';
import type { Language, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage, formatNumber, localized } from '../messages/format.js';

/** The sign of an outcome, as everywhere in the program. */
export const planMarks: Readonly<Record<TargetOutcome, string>> = {
  met: '+',
  not_met: 'x',
  inconclusive: '?',
  no_data: '-',
};

/** What stands above the targets: the plan, who set it, when, for which period, and the date of the page. */
export function planHeading(report: PlanReport): readonly Message[] {
  const { plan, pack, title, as_of } = report;
  const date = formatDate(isoDate(as_of));
  if (!plan) return [message('plan.heading_pack', { title: pack.title, place: title, date })];
  const { number, issued, issued_by, period } = plan;
  return [
    issued === null
      ? message('plan.heading', { number, title: plan.title })
      : message('plan.heading_dated', {
          number,
          title: plan.title,
          date: formatDate(isoDate(issued)),
        }),
    message('plan.issued_by', { by: issued_by }),
    message('plan.as_of', { place: title, date }),
    ...(period === null
      ? []
      : [
          message(plan.ended ? 'plan.period_ended' : 'plan.period', {
            from: formatDate(isoDate(period.from)),
            to: period.to === null ? '…' : formatDate(isoDate(period.to)),
          }),
        ]),
  ];
}

/** `1.240/1.405`; empty without data. */
function planCount(value: PlanValue | null, language: Language): string {
  if (!value) return '';
  return `${figure(value.numerator, language)}/${figure(value.denominator, language)}`;
}

/** `88,2%`, rounded down, as an interval where something is unknown; empty without data. */
export function planPercent(value: PlanValue | null, language: Language): string {
  if (!value) return '';
  const { percent, percent_upper: upper } = value;
  const low = figure(percent, language);
  return upper === percent ? `${low}%` : `${low}-${figure(upper, language)}%`;
}

function figure(value: number, language: Language): string {
  const [whole = '', decimals] = String(value).split('.');
  const shown = formatNumber(Number(whole), language);
  if (decimals === undefined) return shown;
  return `${shown}${language === 'vi' ? ',' : '.'}${decimals}`;
}

/** `1.240/1.405 dịch vụ`; empty without data. */
export function planFigures({ value, figures }: PlanTargetResult, language: Language): string {
  const count = planCount(value, language);
  return count === '' || !figures ? count : `${count} ${localized(figures.unit, language)}`;
}

/** `x Thương mại 4,1/700 (0,5%)`, one for each sector, worst first. */
export function planSectors({ sectors }: PlanTargetResult, language: Language): readonly string[] {
  return sectors.map(({ sector, outcome, value }) => {
    const percent = planPercent(value, language);
    const told = percent === '' ? formatMessage(planOutcome(outcome), language) : percent;
    return `${planMarks[outcome]} ${`${sector} ${planCount(value, language)}`.trimEnd()} (${told})`;
  });
}

export function planOutcome(outcome: TargetOutcome): Message {
  return message(`plan.outcome.${outcome}`);
}

export function planTotals({ targets, met, not_met, inconclusive, no_data }: PlanTotals): Message {
  return message('plan.totals', { targets, met, not_met, inconclusive, no_data });
}

/** Where a reported figure comes from; undefined for a computed target and where nothing is reported. */
export function planSource({ report }: PlanTargetResult): Message | undefined {
  if (!report) return undefined;
  const { source, reported_by, date } = report;
  return message('plan.reported', { by: reported_by, date: formatDate(isoDate(date)), source });
}

/** Who must report what nobody has reported, a sentence for each body; targets are named where bodies differ. */
export function awaited(report: PlanReport, language: Language): readonly Message[] {
  const waiting = report.areas
    .flatMap(({ targets }) => targets)
    .filter(({ measured_by, report: found }) => measured_by === 'reported' && !found);
  const bodies = new Map(waiting.map(({ reporter }) => [reporter?.vi, reporter]));
  const gatherer = report.plan?.followed_up_by;
  return [...bodies].flatMap(([key, by]) => {
    if (!by) return [message('plan.await')];
    if (bodies.size === 1) {
      return gatherer
        ? [message('plan.await_by_gathered', { by, gatherer })]
        : [message('plan.await_by', { by })];
    }
    const own = waiting.filter(({ reporter }) => reporter?.vi === key);
    const titles = own.map(({ title }) => localized(title, language)).join('; ');
    return [message('plan.await_targets', { by, titles })];
  });
}

/** What a reader must know before relying on the page. */
export function planRemarks(report: PlanReport): readonly Message[] {
  const doubtful = report.areas
    .flatMap(({ targets }) => targets)
    .some(({ certainty }) => certainty !== 'text');
  return [
    message('plan.legend'),
    ...(doubtful ? [message('plan.certainty', { pack: report.pack.id })] : []),
  ];
}
