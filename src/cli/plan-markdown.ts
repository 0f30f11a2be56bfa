import type { PlanReport, PlanTargetResult } from '../audit/plan-report.js';
import type { Language, Message } from '../domain/text.js';
import { formatMessage, localized, text } from '../messages/format.js';
import { markdownTable, markdownText } from './markdown.js';
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

const columns = ['target', 'at_least', 'figures', 'share', 'outcome', 'missing'] as const;

/** The plan on one page as Markdown: a table for each area, then who must report what is missing. */
export function planMarkdown(report: PlanReport, language: Language): string {
  const say = (said: Message) => markdownText(formatMessage(said, language));
  const [head, ...below] = planHeading(report);
  const titles = columns.map((column) => text(`plan.column.${column}`, language));
  return `${[
    `# ${head ? say(head) : ''}`,
    below.map((each) => `- ${say(each)}`).join('\n'),
    ...report.areas.flatMap(({ title, targets }) => [
      `## ${markdownText(localized(title, language))}`,
      markdownTable(
        titles,
        targets.map((target) => cells(target, language)),
        new Set([1, 3]),
      ),
    ]),
    `**${say(planTotals(report.totals))}**`,
    ...awaited(report, language).map(say),
    ...planRemarks(report).map(say),
  ].join('\n\n')}\n`;
}

function cells(target: PlanTargetResult, language: Language) {
  const say = (said: Message) => markdownText(formatMessage(said, language));
  const source = planSource(target);
  const figures = planFigures(target, language);
  return [
    markdownText(localized(target.title, language)),
    `${target.at_least_percent}%`,
    [...(figures === '' ? [] : [markdownText(figures)]), ...(source ? [`*${say(source)}*`] : [])],
    planPercent(target.value, language),
    `${planMarks[target.outcome]} ${say(planOutcome(target.outcome))}`,
    [...target.missing.map(say), ...planSectors(target, language).map(markdownText)],
  ];
}
