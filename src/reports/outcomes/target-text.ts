import type { Language } from '../../domain/text.js';
import { say } from '../model/words.js';
import type { ReportCell } from '../report-model.js';

/** A target's figure in one sentence, with its outcome, then what a reader must know of it. */
export function targetText(cell: ReportCell, language: Language): string {
  const { outcomeWord, count, percent, denominator, reasons } = cell;
  const figure =
    denominator === 0
      ? `${outcomeWord}.`
      : say(language, 'report.tool.target', { outcome: outcomeWord, count, percent });
  return [figure, ...reasons].join(' ');
}
