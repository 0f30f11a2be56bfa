import { stripVTControlCharacters } from 'node:util';
import type { TargetOutcome } from '../domain/rates.js';
import type { Language } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import type { ReportAgency, ReportCell, ReportModel, ReportRow } from '../reports/report-model.js';
import { outcomeTone, type Styles, safe, show } from './print.js';
import { cutTo, maxTextWidth, textWidth, wrap } from './text-width.js';

const marks: Readonly<Record<TargetOutcome, string>> = {
  met: '+',
  not_met: 'x',
  inconclusive: '?',
  no_data: '-',
};

/** Widths of the columns but the last, which takes what is left. */
const minNameWidth = 20;
const maxNameWidth = 34;

/** What the other columns take at most before a wider terminal gives room to names. */
const othersWidth = 62;
const systemsWidth = 11;
const endpointsWidth = 16;

/** Columns that a name keeps beside figures of any size. */
const minShownName = 8;

/** Columns shown of the workspace's title. */
const maxTitle = 120;

/**
 * The audit for a terminal: one row an agency, worst first, with counts beside percentages and what to do next; then the
 * province, what the signs mean, and what the reader must know. Fits `width` columns, at least 80 read well.
 */
export function auditTable(
  model: ReportModel,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const say = (key: MessageKey) => show({ key, params: {} }, language);
  const nameWidth = Math.min(maxNameWidth, Math.max(minNameWidth, width - othersWidth));
  const widths = model.targets.map((target) =>
    target.metric.startsWith('endpoints') ? endpointsWidth : systemsWidth,
  );
  const used = 2 + nameWidth + widths.reduce((sum, each) => sum + each + 1, 0) + 1;
  const actionWidth = Math.max(12, width - used);
  // A cell wider than its column (the sums of a province) takes the room from the name's blanks.
  const line = (mark: string, name: string, cells: readonly string[], action: string) => {
    const figures = cells.join(' ');
    const room =
      nameWidth + widths.reduce((sum, each) => sum + each + 1, 0) - textWidth(plain(figures));
    return `${mark} ${padEnd(cutTo(name, Math.max(minShownName, room - 1)), room)}${figures} ${action}`.trimEnd();
  };
  const cell = (each: ReportCell, index: number) =>
    outcomeTone(
      each.outcome,
      styles,
    )(pad(`${each.count} ${each.percent}`.trim(), widths[index] ?? systemsWidth));
  const row = (each: ReportRow, action: string) =>
    line(
      outcomeTone(each.verdict, styles)(marks[each.verdict]),
      cutTo(safe(each.name), nameWidth),
      each.cells.map(cell),
      cutTo(action, actionWidth),
    );
  const headerLine = (name: string, titles: readonly string[], action: string) =>
    line(
      ' ',
      name,
      titles.map((title, index) => pad(title, widths[index] ?? systemsWidth)),
      action,
    );
  const header = styles.heading(
    headerLine(
      say('report.agency'),
      model.targets.map((target) => say(headings[target.metric] ?? 'report.target')),
      say('report.next'),
    ),
  );
  const thresholds = styles.faint(
    headerLine(
      '',
      model.targets.map((target) => `≥ ${target.threshold}`),
      '',
    ),
  );
  const rule = styles.faint('─'.repeat(Math.min(width, used + actionWidth)));
  return [
    ...headingLines(model, language, width).map(styles.heading),
    '',
    header,
    thresholds,
    rule,
    ...model.agencies.map((each) => row(each, actionText(each, actionWidth))),
    rule,
    // A single kind would only repeat the sum.
    ...(model.kinds.length > 1 ? model.kinds.map((each) => row(each, '')) : []),
    row(model.province, ''),
    '',
    ...footer(model, language).flatMap((each) => wrap(each, Math.min(width, maxTextWidth))),
  ].join('\n');
}

/** The title of a workspace is anybody's text: as much of it as leaves the date within a few lines. */
function headingLines({ title, asOf }: ReportModel, language: Language, width: number): string[] {
  const heading = message('report.heading', { title: cutTo(safe(title), maxTitle), date: asOf });
  return wrap(show(heading, language), width).map((each) => cutTo(each, width));
}

const headings: Readonly<Record<string, MessageKey>> = {
  systems_classified: 'report.classified',
  systems_classified_and_plan_deployed: 'report.deployed',
  endpoints_with_protection_installed: 'report.installed',
};

/** As many actions as fit; "…" when there are more. */
function actionText({ actions }: ReportAgency, width: number): string {
  let text = actions[0]?.short ?? '';
  for (const { short: action } of actions.slice(1)) {
    const longer = `${text}; ${action}`;
    if (textWidth(longer) > width - 2) return textWidth(text) <= width - 2 ? `${text} …` : text;
    text = longer;
  }
  return text;
}

function footer(model: ReportModel, language: Language): string[] {
  const { province } = model;
  const { agencies: submission } = province;
  const lines = [
    message('report.legend'),
    message('report.submissions', {
      total: submission.total,
      submitted: submission.submitted,
      partly: submission.partly,
      none: submission.not_submitted,
      late: submission.late,
    }),
    message('report.verdicts', {
      met: submission.met,
      not_met: submission.not_met,
      inconclusive: submission.inconclusive,
      no_data: submission.no_data,
    }),
    message('report.effective', {
      count: province.effective.count,
      percent: province.effective.percent || '-',
    }),
    ...(model.notInForce.length > 0
      ? [message('report.not_in_force', { packs: model.notInForce.join(', ') })]
      : []),
    message('report.official_text', { count: model.openPoints }),
  ];
  return lines.map((each) => show(each, language));
}

function pad(text: string, width: number): string {
  return `${' '.repeat(Math.max(0, width - textWidth(text)))}${text}`;
}

function padEnd(text: string, width: number): string {
  return `${text}${' '.repeat(Math.max(1, width - textWidth(plain(text))))}`;
}

/** The text without the escape sequences of our own colours, which take no room. */
function plain(text: string): string {
  return stripVTControlCharacters(text);
}
