import { formatDate } from '../domain/dates.js';
import {
  type Evidence,
  type Finding,
  findingId,
  type Severity,
  type Subject,
} from '../domain/rules.js';
import type { Message } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import type { JudgedObligation } from './judge-province-obligations.js';

/** Id and place of what concerns the province as a whole. */
const provinceId = 'province';

/**
 * A finding for each subject that is late with an obligation; several late events of one system are one finding. Late by
 * both readings has the obligation's severity; late by the safe reading only is medium at most, and says both dates.
 * `workspace`: title and path of the workspace, for what is the province's.
 */
export function obligationFindings(
  judged: readonly JudgedObligation[],
  workspace: { readonly title: string; readonly path: string },
): readonly Finding[] {
  const groups = new Map<string, JudgedObligation[]>();
  for (const each of judged) {
    if (each.result.status !== 'overdue') continue;
    const id = findingId(each.stated.obligation.id, subjectOf(each, workspace.title));
    groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  return [...groups].map(([id, late]) => finding(id, late, workspace));
}

function finding(
  id: string,
  late: readonly JudgedObligation[],
  workspace: { readonly title: string; readonly path: string },
): Finding {
  const [worst, ...others] = [...late].sort(
    (a, b) => (a.result.daysLeft ?? 0) - (b.result.daysLeft ?? 0),
  ) as [JudgedObligation, ...JudgedObligation[]];
  const { obligation } = worst.stated;
  const first = overdueText(worst);
  return {
    id,
    rule: obligation.id,
    subject: subjectOf(worst, workspace.title),
    outcome: 'fail',
    severity: late.some(isLateByBoth) ? obligation.severity : atMostMedium(obligation.severity),
    citations: obligation.citations,
    message:
      others.length === 0
        ? first
        : message('obligation.finding.several', { first, count: others.length }),
    evidence: [worst, ...others].flatMap((each) => evidence(each, workspace.path)),
    remediation: obligation.remediation,
    due: worst.result.due,
  };
}

function isLateByBoth({ result }: JudgedObligation): boolean {
  return (result.daysLeftLatest ?? 0) < 0;
}

function atMostMedium(severity: Severity): Severity {
  return severity === 'low' || severity === 'info' ? severity : 'medium';
}

function overdueText({ stated, result }: JudgedObligation): Message {
  const { title } = stated.obligation;
  const { due, latest, daysLeft, daysLeftLatest } = result;
  if (due === null || latest === null) return message('finding.pack_text', { text: title });
  const params = { title, due: formatDate(due), days: -(daysLeft ?? 0) };
  if (latest === due) return message('obligation.finding.overdue', params);
  const both = { ...params, latest: formatDate(latest) };
  return (daysLeftLatest ?? 0) < 0
    ? message('obligation.finding.overdue_both', { ...both, later: -(daysLeftLatest ?? 0) })
    : message('obligation.finding.overdue_safe', both);
}

/** The subject's place, once for each thing that decided. */
function evidence({ at, result }: JudgedObligation, workspacePath: string): readonly Evidence[] {
  const place: Evidence = at
    ? { path: at.path, row: at.line, ...(at.pointer !== '' && { pointer: at.pointer }) }
    : { path: workspacePath };
  const { certainty, event, due, why } = result;
  const notes = [
    ...(event !== null && due !== null
      ? [message('obligation.finding.event', { event, due: formatDate(due) })]
      : []),
    ...(certainty === 'text'
      ? []
      : [
          message('obligation.finding.certainty', {
            certainty: { key: `report.certainty.${certainty}` satisfies MessageKey, params: {} },
          }),
        ]),
    ...why,
  ];
  return notes.length === 0 ? [place] : notes.map((note) => ({ ...place, note }));
}

function subjectOf({ agency, system }: JudgedObligation, title: string): Subject {
  if (system && agency) {
    return { kind: 'system', id: system.id, name: system.name, agency: agency.id };
  }
  return agency
    ? { kind: 'agency', id: agency.id, name: agency.name, agency: agency.id }
    : { kind: 'agency', id: provinceId, name: title, agency: null };
}
