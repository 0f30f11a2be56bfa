import { columnName } from '../../documents/spreadsheet/cell-name.js';
import { rowHeight } from '../../documents/spreadsheet/row-height.js';
import type {
  CellContent,
  CellModel,
  CellStyle,
  Highlight,
  RowModel,
  SheetModel,
  Validation,
} from '../../documents/spreadsheet/workbook.js';
import type { AnswerWord } from '../../domain/checklists.js';
import { isoDate } from '../../domain/dates.js';
import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import { answerText, answerWords } from './answer-words.js';
import type { ChecklistForm } from './checklist-form.js';
import { answerColumns, type ColumnKey, columnIndex, columnKeys } from './columns.js';
import { defaultsRow, type FormRow, formRows, headerRow, rowsAboveGroups } from './form-rows.js';
import * as looks from './sheet-looks.js';

/** Widths in digits of the font; together they fit a landscape A4 at a size that can still be read. */
const widths: Readonly<Record<ColumnKey, number>> = {
  number: 5,
  requirement: 11.5,
  content: 46,
  type: 10,
  hints: 27,
  interval: 8.5,
  answer: 14,
  evidence: 28,
  reason: 18,
  date: 11.5,
  assessor: 16,
  due: 11.5,
  responsible: 16,
  note: 18,
  mark: 16,
  digest: 3,
};

const centred: ReadonlySet<ColumnKey> = new Set([
  'number',
  'requirement',
  'type',
  'interval',
  'answer',
  'date',
  'due',
]);

/** The sheet on which one system's answers are given. */
export function answerSheet(form: ChecklistForm, name: string, language: Language): SheetModel {
  const rows = formRows(form, language);
  const last = rows.length;
  const column = (key: ColumnKey) => columnName(columnIndex(key));
  return {
    name,
    columns: columnKeys.map((key) => ({ width: widths[key] })),
    rows: rows.map((row, i) => ({ ...drawn(row), ...(i === 0 && { height: 24 }) })),
    frozen: { rows: rowsAboveGroups, columns: columnIndex('type') },
    filter: `A${headerRow + 1}:${column('mark')}${last}`,
    validations: validations(rows.length, language),
    highlights: highlights(rows.length, language),
    locked: true,
    zoom: 90,
    tabColour: looks.colours.dark,
    gridLines: false,
    print: {
      landscape: true,
      repeated: `$${headerRow + 1}:$${headerRow + 1}`,
      area: `$A$1:$${column('mark')}$${last}`,
      footer: `&L&8 ${`${form.system.name} (${form.system.id})`.replaceAll('&', '&&')}&R&8 ${text('checklist.page', language)} &P/&N`,
    },
  };
}

function drawn(row: FormRow): RowModel {
  switch (row.role) {
    case 'title':
      return line(row, { bold: true, size: 14, colour: looks.colours.dark, valign: 'center' }, 24);
    case 'subtitle':
      return line(row, { italic: true, colour: '404040', valign: 'center' }, 18);
    case 'defaults':
      return {
        height: Math.max(
          20,
          rowHeight([
            { text: plain(row.cells[columnIndex('assessor')] ?? null), width: widths.assessor },
          ]),
        ),
        cells: row.cells.map((value, i) => {
          const key = columnKeys[i] ?? 'number';
          if (key !== 'date' && key !== 'assessor')
            return cell(value, { valign: 'center', colour: '404040' });
          return cell(value, { ...openStyle(key), fill: looks.colours.ask, valign: 'center' });
        }),
      };
    case 'header':
      return {
        height: 33,
        cells: row.cells.map((value, i) =>
          cell(value, columnKeys[i] === 'digest' ? looks.faint : looks.heading),
        ),
      };
    case 'group':
      return {
        height: 19,
        cells: row.cells.map((value, i) =>
          columnKeys[i] === 'digest' ? null : cell(value, looks.group),
        ),
      };
    case 'requirement':
      return {
        height: rowHeight(
          row.cells
            .map((value, i) => ({
              text: plain(value),
              width: widths[columnKeys[i] ?? 'content'],
            }))
            .slice(0, columnIndex('digest')),
        ),
        cells: row.cells.map((value, i) => cell(value, styleOf(columnKeys[i] ?? 'number'))),
      };
  }
}

function line(row: FormRow, style: CellStyle, height: number): RowModel {
  return {
    height,
    cells: row.cells.map((value, i) =>
      value === null ? null : cell(value, columnKeys[i] === 'digest' ? looks.faint : style),
    ),
  };
}

function cell(value: CellContent, style: CellStyle): CellModel {
  return { value, style };
}

function styleOf(key: ColumnKey): CellStyle {
  if (key === 'digest') return looks.faint;
  if (key === 'mark') return { ...looks.asked, colour: looks.colours.warning, bold: true };
  if ((answerColumns as readonly ColumnKey[]).includes(key)) return openStyle(key);
  return { ...looks.asked, ...(centred.has(key) && { align: 'center' }) };
}

function openStyle(key: ColumnKey): CellStyle {
  const isDate = key === 'date' || key === 'due';
  return {
    ...looks.open,
    ...(centred.has(key) && { align: 'center' }),
    ...(isDate && { format: looks.dateFormat }),
    ...(key === 'answer' && { bold: true }),
  };
}

/** The text that a cell shows. */
export function plain(value: CellContent): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  return 'date' in value ? value.date : value.runs.map((each) => each.text).join('');
}

function validations(rows: number, language: Language): readonly Validation[] {
  const range = (key: ColumnKey, first: number, last = rows) => {
    const column = columnName(columnIndex(key));
    return `${column}${first}:${column}${last}`;
  };
  const words = answerWords.map((word) => answerText(word, language));
  const days = { from: isoDate('2000-01-01'), to: isoDate('2199-12-31') };
  const date = (where: string): Validation => ({
    range: where,
    allowed: days,
    title: text('checklist.valid.date.title', language),
    error: text('checklist.valid.date', language),
  });
  return [
    {
      range: range('answer', rowsAboveGroups + 1),
      allowed: { words },
      title: text('checklist.valid.answer.title', language),
      error: formatMessage(
        message('checklist.valid.answer', { words: words.join('; ') }),
        language,
      ),
    },
    date(range('date', defaultsRow + 1, defaultsRow + 1)),
    date(range('date', rowsAboveGroups + 1)),
    date(range('due', rowsAboveGroups + 1)),
  ];
}

function highlights(rows: number, language: Language): readonly Highlight[] {
  const first = rowsAboveGroups + 1;
  const at = (key: ColumnKey) => `$${columnName(columnIndex(key))}${first}`;
  const range = (key: ColumnKey) => {
    const column = columnName(columnIndex(key));
    return `${column}${first}:${column}${rows}`;
  };
  const is = (word: AnswerWord) => `${at('answer')}="${answerText(word, language)}"`;
  const colour = (word: AnswerWord, fill: string): Highlight => ({
    range: range('answer'),
    formula: is(word),
    style: { fill },
  });
  const missing = (key: ColumnKey, when: string): Highlight => ({
    range: range(key),
    formula: `AND(${when},${at(key)}="")`,
    style: { fill: looks.colours.missing },
  });
  return [
    colour('met', looks.colours.met),
    colour('partly_met', looks.colours.partlyMet),
    colour('not_met', looks.colours.notMet),
    colour('not_applicable', looks.colours.notApplicable),
    missing('evidence', is('met')),
    missing('reason', is('not_applicable')),
    missing('due', `OR(${is('partly_met')},${is('not_met')})`),
    missing('responsible', `OR(${is('partly_met')},${is('not_met')})`),
  ];
}
