import { formatDate, type IsoDate } from '../domain/dates.js';
import {
  type Citation,
  type Evidence,
  type Finding,
  findingId,
  type Level,
  type Severity,
} from '../domain/rules.js';
import type { InformationSystem } from '../domain/systems.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { RequirementItem, RequirementsResult } from './judge-requirements.js';
import { untold } from './judge-requirements.js';
import { bothLanguages, systemFinding, systemSubject } from './system-finding.js';

/**
 * What a system's answers leave to be done: one finding for each mandatory requirement that is known not to be met, one
 * for all that can't be told, one for all that self-assessment and inspection answer differently, one for each checklist
 * that doesn't count. None for catalogues that are prompts only.
 */
export function requirementFindings(
  system: InformationSystem,
  result: RequirementsResult,
  grace?: RequirementsGrace,
): readonly Finding[] {
  if (result.use !== 'audit') return [];
  const mandatory = result.items.filter(({ requirement }) => !requirement.optional);
  return [
    ...mandatory
      .filter(({ state }) => state === 'not_met' || state === 'partly_met')
      .map((item) => unmet(system, item, result.level, grace)),
    ...open(system, result),
    ...differing(system, mandatory),
    ...unused(system, result),
  ];
}

/** The time that a transition gives to meet the new standard, and where it says so. */
export interface RequirementsGrace {
  readonly until: IsoDate;
  readonly citations: readonly Citation[];
}

/** The clause of the standard as a summary gives it, and the articles that make the standard bind. */
function requirementCitations(item: RequirementItem): readonly Citation[] {
  const { clause, certainty } = item.requirement;
  return [
    { text: `TCVN 14423:2026, mục ${clause}`, certainty },
    { text: 'Khoản 1 Điều 29, khoản 1 Điều 30 NĐ 331/2026', certainty: 'text' },
  ];
}

/** Levels 3 to 5: measures not fully carried out are exposed to fines (Decree 330/2026 Art. 23.1.d). */
function severityOf(state: RequirementItem['state'], level: Level): Severity {
  if (level >= 3) return state === 'not_met' ? 'high' : 'medium';
  return state === 'not_met' ? 'medium' : 'low';
}

function unmet(
  system: InformationSystem,
  item: RequirementItem,
  level: Level,
  grace: RequirementsGrace | undefined,
): Finding {
  const { requirement, state, self, inspection } = item;
  const answers = [inspection, self].flatMap((each) => (each ? [each] : []));
  const subject = systemSubject(system);
  const hints = requirement.evidence.map(({ vi, en }) => ({ vi, en }));
  const due = answers.map((each) => each.due ?? null).find((each) => each !== null) ?? null;
  return {
    id: findingId(requirement.id, subject),
    rule: requirement.id,
    subject,
    outcome: state === 'partly_met' ? 'partial' : 'fail',
    severity: grace ? 'low' : severityOf(state, level),
    citations: [...requirementCitations(item), ...(grace?.citations ?? [])],
    message: message('system.finding.requirement', {
      title: requirement.title,
      state: message(`system.state.${state as 'not_met' | 'partly_met'}`),
      statement: requirement.statement,
    }),
    evidence: answers.map(
      ({ at, assessor, date, note }): Evidence => ({
        path: at.path,
        row: at.line,
        pointer: at.pointer,
        note:
          note === undefined
            ? message('system.note.answer', { assessor, date: formatDate(date) })
            : message('system.note.answer_note', { assessor, date: formatDate(date), note }),
      }),
    ),
    remediation:
      hints.length === 0
        ? null
        : {
            vi: `Bằng chứng nên có: ${hints.map(({ vi }) => vi).join('; ')}.`,
            en: `Evidence that would show it: ${hints.map(({ en }) => en).join('; ')}.`,
          },
    due: due ?? grace?.until ?? null,
  };
}

function open(system: InformationSystem, result: RequirementsResult): Finding[] {
  const { counts, level, self, inspection } = result;
  if (untold(counts) === 0) return [];
  const { mandatory: count, not_reviewed, expired, stale, no_evidence, no_reason } = counts;
  const none = self === null && inspection === null;
  const found: Message = none
    ? message('system.finding.requirements_none', { count, level })
    : message('system.finding.requirements_open', {
        level,
        not_reviewed,
        expired,
        stale,
        no_evidence,
        no_reason,
      });
  return [
    systemFinding(system, {
      rule: 'requirements-open',
      outcome: 'unknown',
      severity: 'medium',
      citations: [{ text: 'Khoản 1 Điều 29, khoản 1 Điều 30 NĐ 331/2026', certainty: 'text' }],
      message: found,
      notes: [],
      remediation: bothLanguages('system.remediation.requirements_open'),
    }),
  ];
}

/** How many ids a message lists: more would fill the screen; the rest stand in the data. */
const maxIds = 8;

/** The first ids of a list, and how many more there are. */
export function idList(ids: readonly string[]): string {
  const shown = ids.slice(0, maxIds).join(', ');
  return ids.length > maxIds ? `${shown} … (+${ids.length - maxIds})` : shown;
}

function differing(system: InformationSystem, items: readonly RequirementItem[]): Finding[] {
  const ids = items.filter((each) => each.differs).map((each) => each.requirement.id);
  if (ids.length === 0) return [];
  return [
    systemFinding(system, {
      rule: 'requirements-differ',
      outcome: 'unknown',
      severity: 'medium',
      citations: [{ text: 'Điểm c khoản 2 Điều 31 NĐ 331/2026', certainty: 'reading' }],
      message: message('system.finding.requirements_differ', {
        count: ids.length,
        ids: idList(ids),
      }),
      notes: [],
      remediation: bothLanguages('system.remediation.requirements_differ'),
    }),
  ];
}

function unused(system: InformationSystem, result: RequirementsResult): Finding[] {
  return result.unused.map(({ path, pack, level }) => ({
    ...systemFinding(system, {
      rule: 'checklist-unused',
      outcome: 'unknown',
      severity: 'medium',
      citations: [],
      message: message('system.finding.checklist_unused', {
        path,
        pack,
        level,
        expected_pack: result.pack,
        expected_level: result.level,
      }),
      notes: [],
      remediation: bothLanguages('system.remediation.checklist_unused'),
    }),
    id: `${findingId('checklist-unused', systemSubject(system))}:${path.split('/').at(-1)}`,
  }));
}
