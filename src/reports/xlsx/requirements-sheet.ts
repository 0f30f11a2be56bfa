import { text } from '../../messages/format.js';
import type { ReportModel } from '../report-model.js';
import { shareCell } from './rate-cells.js';
import type { TableSheet } from './table-sheet.js';
import { titled } from './words.js';

/** Every system by group of requirements, in numbers; each unmet requirement itself is a finding. */
export function requirementsSheet(model: ReportModel): TableSheet {
  const { language, agencies } = model;
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  const rows = agencies.flatMap((agency) =>
    agency.systems.flatMap(({ id, name, requirements }) =>
      (requirements?.groups ?? []).map((group) => [
        agency.name,
        name,
        requirements?.level ?? null,
        group.title,
        group.mandatory,
        group.met,
        group.failing,
        group.notApplicable,
        group.unknown,
        shareCell(group.met, group.mandatory - group.notApplicable),
        id,
      ]),
    ),
  );
  return {
    ...titled('requirements', model),
    remarks: [say('book.requirements.remark')],
    columns: [
      { title: say('book.column.no'), width: 6, kind: 'ordinal' },
      { title: say('report.agency'), width: 28 },
      { title: say('report.system.name'), width: 36 },
      { title: say('book.column.level'), width: 8, kind: 'ordinal' },
      { title: say('book.column.group'), width: 34 },
      { title: say('book.column.mandatory'), width: 10, kind: 'number' },
      { title: say('book.column.met'), width: 9, kind: 'number' },
      { title: say('book.column.failing'), width: 10, kind: 'number' },
      { title: say('book.column.not_applicable'), width: 10, kind: 'number' },
      { title: say('book.column.unknown'), width: 9, kind: 'number' },
      { title: say('book.column.met_share'), width: 9, kind: 'percent' },
      { title: say('book.column.system_id'), width: 30 },
    ],
    rows: rows.map((row, index) => [index + 1, ...row]),
    empty: say('book.requirements.empty'),
    frozen: 3,
    printed: 11,
    tabColour: '2F5597',
  };
}
