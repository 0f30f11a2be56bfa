import { columnName, quotedSheet } from '../../documents/spreadsheet/cell-name.js';
import type { Language } from '../../domain/text.js';
import type { Requirement } from '../../packs/types.js';
import { answerText } from './answer-words.js';
import type { ChecklistForm } from './checklist-form.js';
import { columnIndex } from './columns.js';
import { optionalMark, rowsAboveGroups } from './form-rows.js';

/** How far the mandatory requirements of a group, or of a whole system, are answered. */
export interface Progress {
  readonly total: number;
  readonly met: number;
  /** Met, but nothing to show for it: of those counted in `met`. */
  readonly unproven: number;
  readonly partlyMet: number;
  readonly notMet: number;
  readonly notApplicable: number;
}

/** One line of the progress table: what it counts now, and the formulas that keep counting. */
export interface ProgressLine {
  readonly now: Progress;
  readonly formulas: Readonly<Record<Exclude<keyof Progress, 'total'>, string>>;
}

/** Lines for each group of a form and one for all, with formulas that look at the sheet `sheet`. */
export function progressLines(
  form: ChecklistForm,
  sheet: string,
  language: Language,
): { readonly groups: readonly ProgressLine[]; readonly all: ProgressLine } {
  const { groups } = form.catalogue;
  let row = rowsAboveGroups;
  const lines = groups.map(({ requirements }) => {
    const first = row + 2;
    row += requirements.length + 1;
    return lineOf(form, requirements, { sheet, first, last: row }, language);
  });
  const everything = groups.flatMap(({ requirements }) => requirements);
  const all = lineOf(form, everything, { sheet, first: rowsAboveGroups + 1, last: row }, language);
  return { groups: lines, all };
}

function lineOf(
  form: ChecklistForm,
  requirements: readonly Requirement[],
  place: { readonly sheet: string; readonly first: number; readonly last: number },
  language: Language,
): ProgressLine {
  const counted = requirements.filter(({ optional }) => !optional);
  const range = (key: 'answer' | 'evidence' | 'type') => {
    const column = columnName(columnIndex(key));
    return `${quotedSheet(place.sheet)}!$${column}$${place.first}:$${column}$${place.last}`;
  };
  const mandatory = `${range('type')},"<>*${optionalMark(language)}"`;
  const count = (word: Parameters<typeof answerText>[0], more = '') =>
    `COUNTIFS(${range('answer')},"${answerText(word, language)}",${mandatory}${more})`;
  return {
    now: progressOf(form, counted),
    formulas: {
      met: count('met'),
      unproven: count('met', `,${range('evidence')},""`),
      partlyMet: count('partly_met'),
      notMet: count('not_met'),
      notApplicable: count('not_applicable'),
    },
  };
}

function progressOf(form: ChecklistForm, counted: readonly Requirement[]): Progress {
  const ids = new Set(counted.map(({ id }) => id));
  const answers = form.answers.filter(({ requirement }) => ids.has(requirement));
  const count = (word: string) => answers.filter(({ answer }) => answer === word).length;
  return {
    total: counted.length,
    met: count('met'),
    unproven: answers.filter(({ answer, evidence }) => answer === 'met' && evidence.length === 0)
      .length,
    partlyMet: count('partly_met'),
    notMet: count('not_met'),
    notApplicable: count('not_applicable'),
  };
}

/** Part of the applicable requirements that are met with evidence; null = none applies. */
export function metPart({ total, met, unproven, notApplicable }: Progress): number | null {
  const applicable = total - notApplicable;
  return applicable === 0 ? null : (met - unproven) / applicable;
}

/** How many have no answer yet. */
export function unanswered({ total, met, partlyMet, notMet, notApplicable }: Progress): number {
  return total - met - partlyMet - notMet - notApplicable;
}
