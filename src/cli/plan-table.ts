import type { PlanReport, PlanTargetResult } from '../audit/plan-report.js';
import type { Language, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage, localized } from '../messages/format.js';
import {
  awaited,
  planFigures,
  planHeading,
  planMarks,
  planOutcome,
  planPercent,
  planRemarks,
  planSectors,
  planSource,
  planTotals,
} from './plan-words.js';
import { outcomeTone, type Styles, safe } from './print.js';
import { paragraph, wrapText } from './table.js';
import { textWidth } from './text-width.js';

/** Columns between a title and what is asked of it. */
const gap = 2;

/**
 * The plan on one page for a terminal of `width` columns, at least 80 read well; wider than 100 it doesn't get. A target
 * has a line with its sign, title, the share asked, outcome and share, and below it the figures and what is missing.
 */
export function planTable(
  report: PlanReport,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const room = Math.min(width, 100);
  const line = (said: Message) => paragraph(formatMessage(said, language), room, '');
  const [head, ...below] = planHeading(report).map(line);
  const all = report.areas.flatMap(({ targets }) => targets);
  const asked = Math.max(0, ...all.map((each) => textWidth(atLeast(each, language))));
  const told = Math.max(0, ...all.map((each) => textWidth(outcomeText(each, language))));
  const widths = { title: room - 2 - 2 * gap - asked - told, asked };
  return [
    styles.heading(head ?? ''),
    ...below,
    ...report.areas.flatMap((area) => [
      '',
      styles.strong(safe(localized(area.title, language))),
      ...area.targets.flatMap((target) => [
        ...targetLines(target, language, widths, styles),
        ...details(target, language).map((each) => styles.faint(paragraph(each, room, '    '))),
      ]),
    ]),
    '',
    styles.strong(line(planTotals(report.totals))),
    ...awaited(report, language).map((each) => line(each)),
    ...planRemarks(report).map((each) => line(each)),
  ].join('\n');
}

function targetLines(
  target: PlanTargetResult,
  language: Language,
  widths: { readonly title: number; readonly asked: number },
  styles: Styles,
): readonly string[] {
  const { outcome } = target;
  const paint = outcomeTone(outcome, styles);
  const title = wrapText(safe(localized(target.title, language)), widths.title);
  return title.map((text, i) => {
    if (i > 0) return `  ${text}`;
    const blanks = ' '.repeat(Math.max(0, widths.title - textWidth(text)) + gap);
    const asked = atLeast(target, language);
    const before = ' '.repeat(widths.asked - textWidth(asked));
    const told = paint(outcomeText(target, language));
    return `${paint(planMarks[outcome])} ${text}${blanks}${before}${asked}${' '.repeat(gap)}${told}`;
  });
}

function atLeast({ at_least_percent: percent }: PlanTargetResult, language: Language): string {
  return formatMessage(message('plan.at_least', { percent: String(percent) }), language);
}

function outcomeText({ outcome, value }: PlanTargetResult, language: Language): string {
  return `${formatMessage(planOutcome(outcome), language)} ${planPercent(value, language)}`.trimEnd();
}

/** Figures and where they come from; sectors; what is missing. */
function details(target: PlanTargetResult, language: Language): readonly string[] {
  const figures = planFigures(target, language);
  const source = planSource(target);
  const first = [
    ...(figures === '' ? [] : [`${figures}.`]),
    ...(source ? [`${formatMessage(source, language)}.`] : []),
    ...target.missing.map((each) => formatMessage(each, language)),
  ].join(' ');
  const sectors = planSectors(target, language).join('; ');
  return [first, sectors].filter((each) => each !== '');
}
