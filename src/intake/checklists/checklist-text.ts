import { itemLines, memberLines, type Plain } from '../../documents/plain-text.js';
import type { Checklist } from '../../domain/checklists.js';
import type { IsoDate } from '../../domain/dates.js';
import type { GivenAnswer } from './given-answer.js';

/** Everything that a checklist file says. */
export interface ChecklistContent extends Pick<Checklist, 'system' | 'pack' | 'level' | 'kind'> {
  readonly assessor: string;
  readonly date: IsoDate;
  readonly answers: readonly GivenAnswer[];
}

/** The first line of a file that was written by the program: it says how to go on, in both languages. */
const header =
  '# Câu trả lời theo danh mục yêu cầu. Sửa: tuanthu checklist export, điền, tuanthu checklist import — Answers to the catalogue.\n';

/** A checklist as its file is written: the same content gives the same text. Answers say only what differs from the whole. */
export function checklistText(content: ChecklistContent): string {
  const { system, pack, level, kind, assessor, date, answers } = content;
  const head = memberLines({ schema_version: 1, system, pack, level, kind }, 0);
  // In quotes even where a plain word would do: this is a text of people.
  const common = [`assessor: ${JSON.stringify(assessor)}`, `date: ${JSON.stringify(date)}`];
  const items = answers.flatMap((each) => itemLines(written(each, { assessor, date }), 2));
  const list = items.length === 0 ? ['answers: []'] : ['answers:', ...items];
  return `${header}${[...head, ...common, ...list].join('\n')}\n`;
}

function written(
  each: GivenAnswer,
  common: { readonly assessor: string; readonly date: IsoDate },
): { readonly [key: string]: Plain } {
  const { requirement, digest, answer, reason, evidence, date, assessor, due, responsible, note } =
    each;
  return {
    requirement,
    digest,
    answer,
    ...(reason !== undefined && { reason }),
    ...(evidence.length > 0 && { evidence: [...evidence] }),
    ...(date !== common.date && { date }),
    ...(assessor !== common.assessor && { assessor }),
    ...(due !== undefined && { due }),
    ...(responsible !== undefined && { responsible }),
    ...(note !== undefined && { note }),
  };
}

/** Comments that people wrote into a file: writing it anew would lose them. */
export function hasOwnComments(text: string): boolean {
  return text
    .split('\n')
    .some(
      (line) =>
        /^\s*#/.test(line) && !line.startsWith('# Câu trả lời') && !line.includes('$schema='),
    );
}

/**
 * What to say once for the whole file: what the sheet says for blank rows, else what the file said before, else what
 * most answers say.
 */
export function commonOf(
  answers: readonly GivenAnswer[],
  sheet: { readonly assessor?: string; readonly date?: IsoDate },
  before: { readonly assessor: string; readonly date: IsoDate } | undefined,
): { readonly assessor: string; readonly date: IsoDate } | undefined {
  const assessor =
    sheet.assessor ?? before?.assessor ?? commonest(answers.map((each) => each.assessor));
  const date = sheet.date ?? before?.date ?? commonest(answers.map((each) => each.date));
  return assessor === undefined || date === undefined ? undefined : { assessor, date };
}

/** The value that occurs most often; of several, the last in order. */
function commonest<Value extends string>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts]
    .flatMap(([value, count]) => (count === most ? [value] : []))
    .sort()
    .at(-1);
}

/** Name of the file for a system's answers of a kind. */
export function checklistFileName(system: string, kind: Checklist['kind']): string {
  return `${system}.${kind}.yaml`;
}
