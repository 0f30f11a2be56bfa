import type { AgencyResult, SystemSummary } from '../audit/assessment.js';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { text } from '../messages/format.js';
import { type Styles, show } from './print.js';
import { paragraph, tableText } from './table.js';

/**
 * An agency's systems, one a row: level by the criteria and approved, how far the approval is, and how many requirements
 * of the level are met of those that apply. Empty for an agency without systems.
 */
export function systemList(
  { systems }: AgencyResult,
  language: Language,
  width: number,
  styles: Styles,
): string {
  if (systems.length === 0) return '';
  const rows = systems.map((system) => [
    system.name,
    `${system.computed_level ?? '?'} / ${system.approved_level ?? '-'}`,
    [show(message(`system.status.${system.status as 'classified'}`), language), ...law(system)],
    requirements(system, language),
  ]);
  const columns = [
    { title: text('report.system.name', language), wrap: true },
    { title: text('report.system.level', language) },
    { title: text('report.system.status', language), wrap: true },
    { title: text('report.system.requirements', language), wrap: true },
  ];
  const table = tableText(columns, rows, width, styles.faint);
  return `${table}\n${paragraph(show(message('report.system.legend'), language), width, '')}`;
}

/** The transition case, where the approval stands under another law. */
function law({ standing }: SystemSummary): readonly string[] {
  const { case: id } = standing;
  return id === null || id === 'TR-NEW' || id === 'TR-NEVER' ? [] : [`[${id}]`];
}

function requirements({ requirements: found }: SystemSummary, language: Language): string[] {
  if (!found) return [text('report.system.no_level', language)];
  const { counts } = found;
  const count = (state: string) => counts[state] ?? 0;
  const applicable = count('mandatory') - count('not_applicable');
  if (found.self_assessment === null && found.inspection === null) {
    return [show(message('report.system.no_checklist', { count: applicable }), language)];
  }
  const open = applicable - count('met') - count('partly_met') - count('not_met');
  const notes = [
    ...(open > 0 ? [message('report.system.open', { count: open })] : []),
    ...(count('differing') > 0
      ? [message('report.system.differing', { count: count('differing') })]
      : []),
    ...(count('contradicted') > 0
      ? [message('report.system.contradicted', { count: count('contradicted') })]
      : []),
  ];
  return [`${count('met')}/${applicable}`, ...notes.map((each) => show(each, language))];
}
