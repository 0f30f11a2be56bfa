import type { ReadCell, ReadSheet } from '../../documents/spreadsheet/workbook.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { answerColumns, type ColumnKey, columnNamed } from './columns.js';
import { type FormIdentity, readIdentity } from './form.js';
import { readText } from './read-cells.js';
import { cellRemark, sheetRemark } from './sheet-problem.js';

/** A sheet of answers found in a file: what it is about and where its columns are. */
export interface FoundForm {
  readonly file: string;
  readonly sheet: ReadSheet;
  readonly identity: FormIdentity;
  /** Where the identity stands. */
  readonly identityAt: { readonly row: number; readonly column: number };
  /** Rows are counted from 0. */
  readonly headerRow: number;
  readonly columns: ReadonlyMap<ColumnKey, number>;
  /** Columns with a heading of their own, or with content but no heading. */
  readonly unknownColumns: readonly number[];
}

export interface FormsFound {
  readonly forms: readonly FoundForm[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The headings and the identity are looked for in so many rows: people may put some of their own above. */
const rowsSearched = 20;

const needed = ['requirement', 'digest', ...answerColumns] as const;

/** The sheets of answers in a file's sheets. Others are named, so that nothing is left out in silence. */
export function findForms(file: string, sheets: readonly ReadSheet[]): FormsFound {
  const found = sheets.map((sheet) => findForm(file, sheet));
  const diagnostics = found.flatMap((each) => each.diagnostics);
  const forms = found.flatMap((each) => each.forms);
  if (forms.length > 0 || diagnostics.some(({ severity }) => severity === 'error')) {
    return { forms, diagnostics };
  }
  const none = sheetRemark(
    'error',
    { file, sheet: '' },
    message('checklist_sheet.none'),
    message('checklist_sheet.none.hint'),
  );
  return { forms, diagnostics: [none] };
}

function findForm(file: string, sheet: ReadSheet): FormsFound {
  const beyond =
    sheet.beyond === null
      ? []
      : [
          sheetRemark(
            'warning',
            { file, sheet: sheet.name },
            message('checklist_sheet.beyond', { cell: sheet.beyond }),
            undefined,
          ),
        ];
  const problem = (severity: 'error' | 'warning', key: 'newer' | 'damaged' | 'unknown') => ({
    forms: [],
    diagnostics: [
      sheetRemark(
        severity,
        { file, sheet: sheet.name },
        message(`checklist_sheet.${key}`),
        message(`checklist_sheet.${key}.hint`),
      ),
      ...beyond,
    ],
  });
  const marked = findIdentity(sheet);
  const header = findHeader(sheet);
  if (!marked) {
    if (header) return problem('error', 'damaged');
    const empty = !sheet.rows.some((row) => row.some(isFilled));
    return empty ? { forms: [], diagnostics: [] } : problem('warning', 'unknown');
  }
  const { said, ...identityAt } = marked;
  if (said.role === 'guide') return { forms: [], diagnostics: [] };
  if (said.role === 'annex') return annexRemark(file, sheet);
  if (said.role !== 'answers') return problem('error', said.role);
  if (!header) {
    const found = message('checklist_sheet.no_header');
    const hint = message('checklist_sheet.no_header.hint');
    return {
      forms: [],
      diagnostics: [sheetRemark('error', { file, sheet: sheet.name }, found, hint), ...beyond],
    };
  }
  const missing = needed.filter((key) => !header.columns.has(key));
  if (missing.length > 0) {
    const names = missing.map((key) => message(`checklist.column.${key}`));
    return {
      forms: [],
      diagnostics: [
        ...names.map((name) =>
          cellRemark(
            'error',
            { file, sheet: sheet.name, row: header.row, column: 0 },
            message('checklist_sheet.missing_column', { column: name }),
            message('checklist_sheet.missing_column.hint'),
          ),
        ),
        ...beyond,
      ],
    };
  }
  const form: FoundForm = {
    file,
    sheet,
    identity: said.identity,
    identityAt,
    headerRow: header.row,
    columns: header.columns,
    unknownColumns: unknownColumns(sheet, header),
  };
  return {
    forms: [form],
    diagnostics: [
      ...beyond,
      ...header.twice.map(([row, column]) =>
        cellRemark(
          'error',
          { file, sheet: sheet.name, row, column },
          message('checklist_sheet.column_twice', { column: textAt(sheet, row, column) }),
          message('checklist_sheet.column_twice.hint'),
        ),
      ),
    ],
  };
}

function findIdentity(sheet: ReadSheet) {
  for (const [row, cells] of sheet.rows.slice(0, rowsSearched).entries()) {
    for (const [column, cell] of cells.entries()) {
      const said = cell.kind === 'text' ? readIdentity(cell.text) : undefined;
      if (said) return { said, row, column };
    }
  }
  // The guide has its mark at the end.
  const last = sheet.rows.at(-1)?.[0];
  const said = last?.kind === 'text' ? readIdentity(last.text) : undefined;
  return said && { said, row: sheet.rows.length - 1, column: 0 };
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<ColumnKey, number>;
  readonly twice: readonly (readonly [row: number, column: number])[];
}

/** The row with the headings of the requirement and of the answer. */
function findHeader(sheet: ReadSheet): Header | undefined {
  for (const [row, cells] of sheet.rows.slice(0, rowsSearched).entries()) {
    const columns = new Map<ColumnKey, number>();
    const twice: [number, number][] = [];
    for (const [column, cell] of cells.entries()) {
      const key = cell.kind === 'text' ? columnNamed(cell.text) : undefined;
      if (key === undefined) continue;
      if (columns.has(key)) twice.push([row, column]);
      else columns.set(key, column);
    }
    if (columns.has('requirement') && columns.has('answer')) return { row, columns, twice };
  }
  return undefined;
}

function unknownColumns(sheet: ReadSheet, { row, columns, twice }: Header): readonly number[] {
  const known = new Set([...columns.values(), ...twice.map(([, column]) => column)]);
  const width = Math.max(0, ...sheet.rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      !known.has(column) && sheet.rows.slice(row).some((cells) => isFilled(cells[column])),
  );
}

function annexRemark(file: string, sheet: ReadSheet): FormsFound {
  const notes = sheet.rows.flatMap((cells, row) => (row > 2 && isFilled(cells[6]) ? [row] : []));
  if (notes.length === 0) return { forms: [], diagnostics: [] };
  return {
    forms: [],
    diagnostics: [
      sheetRemark(
        'warning',
        { file, sheet: sheet.name },
        message('checklist_sheet.annex', { count: notes.length }),
        undefined,
      ),
    ],
  };
}

/** Whether something stands in a cell. */
export function isFilled(cell: ReadCell | undefined): boolean {
  return (
    cell !== undefined && (cell.kind !== 'text' ? cell.kind !== 'empty' : cell.text.trim() !== '')
  );
}

/** A cell's text for showing; empty when there is none. */
export function textAt(sheet: ReadSheet, row: number, column: number): string {
  const reading = readText(sheet.rows[row]?.[column]);
  return 'value' in reading ? (reading.value ?? '') : '';
}
