import { contradicted, type SignalCount } from '../../audit/endpoint-signals.js';
import type { JudgedSystem } from '../../audit/read-province.js';
import type { RequirementAnswer } from '../../domain/checklists.js';
import { formatDate } from '../../domain/dates.js';
import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { text } from '../../messages/format.js';
import type { RequirementItem, RequirementsResult } from '../../systems/judge-requirements.js';
import { untold } from '../../systems/judge-requirements.js';
import { type Styles, show } from '../print.js';
import { paragraph, tableText } from '../table.js';

/** A system with its answers and what the agency's endpoint reports say. */
export interface AnswersShown {
  readonly judged: JudgedSystem;
  readonly requirements: RequirementsResult;
  readonly signals: ReadonlyMap<string, SignalCount>;
  /** Shows every requirement, not only those that need somebody. */
  readonly all: boolean;
}

/**
 * The answers on a system's requirements, self-assessment and inspection side by side, beside them what endpoint reports
 * say, and what counts. Without `all` only what isn't met, can't be told, differs or is spoken against.
 */
export function answersTable(
  { judged, requirements, signals, all }: AnswersShown,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const say = (said: Message) => show(said, language);
  const doubtful = new Set(contradicted(requirements.items, signals));
  const items = requirements.items.filter((each) => all || needsSomebody(each, doubtful));
  const columns = [
    { title: text('checklist_show.column.requirement', language), wrap: true },
    { title: text('checklist_show.column.self', language), wrap: true },
    { title: text('checklist_show.column.inspection', language), wrap: true },
    { title: text('checklist_show.column.endpoints', language), wrap: true },
    { title: text('checklist_show.column.result', language), wrap: true },
  ];
  const rows = items.map((item) => [
    [item.requirement.id, item.requirement.title[language]],
    answerText(item.self, say),
    answerText(item.inspection, say),
    signalText(item, signals, say),
    [
      say(message(`system.state.${item.state}`)),
      ...(item.requirement.optional ? [say(message('checklist_show.optional'))] : []),
      ...(item.differs ? [say(message('checklist_show.differs'))] : []),
      ...(doubtful.has(item) ? [say(message('checklist_show.contradicted'))] : []),
      ...(item.expires
        ? [say(message('checklist_show.expires', { date: formatDate(item.expires) }))]
        : []),
    ],
  ]);
  const { counts, level, pack } = requirements;
  const { mandatory, not_applicable, met } = counts;
  const heading = message('checklist_show.heading', { name: judged.system.name, level, pack });
  return [
    styles.heading(paragraph(say(heading), width, '')),
    '',
    rows.length === 0
      ? text('checklist_show.none', language)
      : tableText(columns, rows, width, styles.faint),
    '',
    paragraph(
      say(
        message('checklist_show.totals', {
          met,
          applicable: mandatory - not_applicable,
          failing: counts.not_met + counts.partly_met,
          untold: untold(counts),
          differing: counts.differing,
          contradicted: doubtful.size,
        }),
      ),
      width,
      '',
    ),
    styles.faint(paragraph(text('checklist_show.legend', language), width, '')),
  ].join('\n');
}

function needsSomebody(item: RequirementItem, doubtful: ReadonlySet<RequirementItem>): boolean {
  if (item.differs || doubtful.has(item)) return true;
  return !item.requirement.optional && item.state !== 'met' && item.state !== 'not_applicable';
}

function answerText(
  answer: RequirementAnswer | null,
  say: (said: Message) => string,
): readonly string[] {
  if (!answer) return ['-'];
  return [
    say(message(`system.state.${answer.answer}`)),
    formatDate(answer.date),
    ...(answer.reason ? [answer.reason] : answer.evidence.slice(0, 1)),
  ];
}

function signalText(
  { requirement }: RequirementItem,
  signals: ReadonlyMap<string, SignalCount>,
  say: (said: Message) => string,
): string {
  const found = signals.get(requirement.endpointSignal ?? '');
  if (!found) return requirement.endpointSignal ? '?' : '';
  return say(message('checklist_show.failing', { failing: found.failing, checked: found.checked }));
}

/** The same for `--json`: every requirement. */
export function answersJson({ judged, requirements, signals }: AnswersShown) {
  const doubtful = new Set(contradicted(requirements.items, signals));
  const answer = (given: RequirementAnswer | null) =>
    given && {
      answer: given.answer,
      date: given.date,
      assessor: given.assessor,
      evidence: given.evidence,
      reason: given.reason ?? null,
      due: given.due ?? null,
      file: given.at.path,
      line: given.at.line,
    };
  return {
    system: judged.system.id,
    agency: judged.system.agency,
    pack: requirements.pack,
    level: requirements.level,
    counts: { ...requirements.counts, contradicted: doubtful.size },
    requirements: requirements.items.map((item) => {
      const signal = signals.get(item.requirement.endpointSignal ?? '');
      return {
        id: item.requirement.id,
        clause: item.requirement.clause,
        group: item.group,
        title: item.requirement.title,
        optional: item.requirement.optional,
        state: item.state,
        self_assessment: answer(item.self),
        inspection: answer(item.inspection),
        differs: item.differs,
        endpoints: signal ? { failing: signal.failing, checked: signal.checked } : null,
        contradicted: doubtful.has(item),
        expires: item.expires,
      };
    }),
  };
}
