import { type Block, dottedBlank } from '../../document.js';
import { officialActions } from '../../official/official-actions.js';
import { paragraph, punctuated, type Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportFinding, ReportModel } from '../../report-model.js';
import type { ReminderCase } from './reminder-case.js';

/** What the agency is asked to do, most urgent first, by when to answer and to whom; dates that nobody set are left blank. */
export function actionBlocks(
  model: ReportModel,
  agency: ReportAgency,
  findings: readonly ReportFinding[],
  why: ReminderCase,
  say: Speaker,
): Block[] {
  const files = brokenFiles(model, agency, findings, say);
  const issuer = model.letterhead.issuer ?? dottedBlank;
  const items = [
    ...files,
    ...officialActions(model, agency)
      .filter(({ id }) => files.length === 0 || id !== 'mend_files')
      .map(({ text }) => text),
    ...overdue(findings, say),
    ...nextDue(model, findings, say),
    ...(agency.late ? [say('reminder.next_time')] : []),
    ...(why === 'not_submitted' ? [say('reminder.reply.not_submitted')] : []),
    ...(why === 'not_submitted' || why === 'late' ? [] : [say('reminder.reply', { issuer })]),
  ];
  const urgent = why !== 'inconclusive' && why !== 'late';
  return [
    paragraph(
      urgent
        ? say('reminder.request_urgent', { agency: agency.name })
        : say('reminder.request', { agency: agency.name }),
    ),
    { kind: 'list', ordered: true, items: punctuated(items) },
    paragraph(say('reminder.contact')),
    paragraph(say('reminder.closing', { agency: agency.name })),
  ];
}

/** A letter names so many single things; the rest is counted. */
const shown = 3;

function brokenFiles(
  { language }: ReportModel,
  { id }: ReportAgency,
  findings: readonly ReportFinding[],
  say: Speaker,
): string[] {
  const files = findings.filter(
    ({ area, subject, outcome }) =>
      area === 'hand_in' && subject.kind === 'file' && outcome === 'error',
  );
  return [
    ...files.slice(0, shown).map(({ subject, observed }) =>
      say('reminder.file', {
        // The agency knows its own folder.
        file: subject.name.split(`/${id}/`).at(-1) ?? subject.name,
        observed:
          observed.slice(0, 1).toLocaleLowerCase(language) + observed.slice(1).replace(/\.$/, ''),
      }),
    ),
    ...(files.length > shown ? [say('reminder.more_files', { count: files.length - shown })] : []),
  ];
}

/**
 * Duties past their date, one line a rule, the gravest first. Those that rest only on a summary or on memory are counted
 * with the findings and not claimed here.
 */
function overdue(findings: readonly ReportFinding[], say: Speaker): string[] {
  const rules = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const read = finding.citations.some(
      ({ certainty }) => certainty === 'text' || certainty === 'reading',
    );
    if (finding.area !== 'obligations' || finding.daysLate === 0 || !read) continue;
    rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding]);
  }
  return [...rules.values()].slice(0, shown).flatMap((members) => {
    const [first] = [...members].sort((a, b) => b.daysLate - a.daysLate);
    return first === undefined
      ? []
      : [
          say('reminder.overdue_duty', {
            title: first.title,
            count: members.length,
            due: first.due,
            basis: first.legalBasis,
          }),
        ];
  });
}

/** The nearest date that findings set and that hasn't passed. */
function nextDue(
  { asOfDate }: ReportModel,
  findings: readonly ReportFinding[],
  say: Speaker,
): string[] {
  const dates = findings.flatMap(({ dueDate }) =>
    dueDate !== null && dueDate >= asOfDate ? [dueDate] : [],
  );
  const nearest = dates.sort()[0];
  const due = findings.filter(({ dueDate }) => dueDate === nearest);
  const [first] = due;
  return nearest === undefined || first === undefined
    ? []
    : [say('reminder.next_due', { count: due.length, due: first.due })];
}
