import type { Severity } from '../../domain/rules.js';
import type { Language } from '../../domain/text.js';
import { text } from '../../messages/format.js';
import { severities } from '../model/rows.js';
import type { SheetColumn } from './table-sheet.js';

/** A column for the number of findings of each severity, worst first, as `findingCounts` has them. */
export function severityColumns(language: Language): readonly SheetColumn[] {
  const group = text('book.column.by_severity', language);
  return severities.map((severity: Severity) => ({
    title: text(`report.severity.${severity}`, language),
    width: 10,
    kind: 'number',
    group,
  }));
}
