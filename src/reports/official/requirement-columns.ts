import type { Language } from '../../domain/text.js';
import { formatNumber } from '../../messages/format.js';
import type { TableColumn } from '../document.js';
import type { Speaker } from './official-text.js';

/** Mandatory requirements by state, of a system or of a group of its catalogue. */
interface RequirementCounts {
  readonly mandatory: number;
  readonly met: number;
  readonly failing: number;
  readonly notApplicable: number;
  readonly unknown: number;
}

/** The columns that count requirements by state; `requirementCells` fills them. */
export function requirementColumns(say: Speaker): readonly TableColumn[] {
  return [
    { title: say('inspection.requirements.mandatory'), weight: 2, align: 'right' },
    { title: say('inspection.requirements.met'), weight: 2, align: 'right' },
    { title: say('inspection.requirements.failing'), weight: 2.2, align: 'right' },
    { title: say('inspection.requirements.not_applicable'), weight: 2.2, align: 'right' },
    { title: say('inspection.requirements.unknown'), weight: 2, align: 'right' },
  ];
}

/** The cells below `requirementColumns`. */
export function requirementCells(
  { mandatory, met, failing, notApplicable, unknown }: RequirementCounts,
  language: Language,
): readonly string[] {
  return [mandatory, met, failing, notApplicable, unknown].map((count) =>
    formatNumber(count, language),
  );
}
