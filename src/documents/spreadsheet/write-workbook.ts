import {
  type Cell,
  type ConditionalRule,
  type DataValidation,
  type CellStyle as LibraryStyle,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { quotedSheet } from './cell-name.js';
import { maxRowHeight } from './limits.js';
import type {
  CellContent,
  CellModel,
  CellStyle,
  Highlight,
  SheetModel,
  Validation,
  WorkbookModel,
} from './workbook.js';

/** Nothing in the file tells when it was made: the same model gives the same bytes. */
const noDate = new Date(0);

/** Present on every desk, with all letters of Vietnamese. */
const font = { name: 'Arial', size: 10 };

/** The workbook as XLSX. Throws what is a bug: names, lengths and ranges are the model's matter. */
export async function writeWorkbook(model: WorkbookModel): Promise<Uint8Array> {
  return await writeXlsx({
    defaultFont: font,
    properties: {
      title: model.title,
      ...(model.description !== undefined && { description: model.description }),
      created: noDate,
      modified: noDate,
    },
    // Not by the sheets' page setup: there the library writes names without the quotes that `so-a` needs.
    namedRanges: model.sheets.flatMap((sheet) => printNames(sheet)),
    sheets: model.sheets.map(sheetOf),
  });
}

function printNames({ name, print }: SheetModel) {
  const named = (id: string, range: string | undefined) =>
    range === undefined
      ? []
      : [{ name: `_xlnm.${id}`, range: `${quotedSheet(name)}!${range}`, scope: name }];
  return [...named('Print_Area', print?.area), ...named('Print_Titles', print?.repeated)];
}

function sheetOf(sheet: SheetModel): WriteSheet {
  const { print, frozen } = sheet;
  // Thousands of cells share a style; a copy for each would take most of the memory.
  const looks = new Map<CellStyle | undefined, LibraryStyle>();
  const lookOf = (style: CellStyle | undefined): LibraryStyle => {
    const found = looks.get(style) ?? styleOf(style ?? {});
    looks.set(style, found);
    return found;
  };
  return {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({ ...column })),
    rows: sheet.rows.map(() => []),
    cells: new Map(
      sheet.rows.flatMap(({ cells }, row) =>
        cells.flatMap((cell, column): [string, Partial<Cell>][] =>
          cell ? [[`${row},${column}`, cellOf(cell, lookOf(cell.style))]] : [],
        ),
      ),
    ),
    rowDefs: new Map(
      sheet.rows.flatMap(({ height }, row): [number, { height: number }][] =>
        height === undefined ? [] : [[row, { height: Math.min(height, maxRowHeight) }]],
      ),
    ),
    merges: (sheet.merged ?? []).map(mergeOf),
    view: {
      showGridLines: sheet.gridLines ?? true,
      ...(sheet.zoom !== undefined && { zoomScale: sheet.zoom }),
      ...(sheet.tabColour !== undefined && { tabColor: { rgb: sheet.tabColour } }),
    },
    ...(frozen && { freezePane: { ...frozen } }),
    ...(sheet.filter !== undefined && { autoFilter: { range: sheet.filter } }),
    dataValidations: (sheet.validations ?? []).map(validationOf),
    conditionalRules: (sheet.highlights ?? []).map(highlightOf),
    ...(sheet.locked && { protection }),
    ...(print && {
      pageSetup: {
        paperSize: 'a4',
        orientation: print.landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      },
      ...(print.footer !== undefined && { headerFooter: { oddFooter: print.footer } }),
    }),
  };
}

/** What a person may still do in a locked sheet, besides filling in the open cells. */
const protection = {
  sheet: true,
  objects: true,
  scenarios: true,
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatCells: false,
  formatColumns: true,
  formatRows: true,
  autoFilter: true,
};

function cellOf({ value, formula }: CellModel, look: LibraryStyle): Partial<Cell> {
  if (formula !== undefined) {
    const result = typeof value === 'object' ? null : value;
    return { formula, formulaResult: result, style: look };
  }
  return { ...contentOf(value), style: look };
}

/** Texts that the library would write as errors of a calculation. */
const errorText = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

function contentOf(value: CellContent): Partial<Cell> {
  if (value === null) return { value: null };
  if (typeof value === 'number') return { value };
  if (typeof value === 'string') {
    const text = literal(value);
    return errorText.test(text) ? { richText: [{ text }] } : { value: text };
  }
  if ('date' in value) return { value: new Date(`${value.date}T00:00:00Z`) };
  return {
    richText: value.runs.map(({ text, bold, italic, colour }) => ({
      text: literal(text),
      font: {
        ...font,
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(colour !== undefined && { color: { rgb: colour } }),
      },
    })),
  };
}

/** The format has escapes such as `_x000D_`; a text that only looks like one must not become another. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function styleOf(style: CellStyle): LibraryStyle {
  const line = style.border === undefined ? undefined : lineOf(style.border);
  return {
    font: {
      ...font,
      ...(style.size !== undefined && { size: style.size }),
      ...(style.bold && { bold: true }),
      ...(style.italic && { italic: true }),
      ...(style.colour !== undefined && { color: { rgb: style.colour } }),
    },
    ...(style.fill !== undefined && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: style.fill } },
    }),
    ...(line && { border: { top: line, right: line, bottom: line, left: line } }),
    alignment: {
      vertical: style.valign ?? 'top',
      ...(style.wrap && { wrapText: true }),
      ...(style.align && { horizontal: style.align }),
      ...(style.indent !== undefined && { indent: style.indent }),
    },
    ...(style.format !== undefined && { numFmt: style.format }),
    protection: { locked: style.locked ?? true },
  };
}

function lineOf(colour: string) {
  return { style: 'thin', color: { rgb: colour } } as const;
}

function validationOf({ range, allowed, title, error, prompt }: Validation): DataValidation {
  const common = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    errorMessage: error,
    ...(prompt !== undefined && {
      showInputMessage: true,
      inputTitle: title,
      inputMessage: prompt,
    }),
  } as const;
  if ('words' in allowed) return { ...common, type: 'list', values: [...allowed.words] };
  return {
    ...common,
    type: 'date',
    operator: 'between',
    formula1: dateFormula(allowed.from),
    formula2: dateFormula(allowed.to),
  };
}

function dateFormula(date: string): string {
  return `DATE(${date.split('-').map(Number).join(',')})`;
}

function highlightOf({ range, formula, style }: Highlight, index: number): ConditionalRule {
  const { bold, colour, fill } = style;
  return {
    type: 'expression',
    priority: index + 1,
    range,
    formula,
    style: {
      font: { ...(bold && { bold }), ...(colour !== undefined && { color: { rgb: colour } }) },
      ...(fill !== undefined && {
        // In these styles, unlike in cells, a plain fill's colour is the background's.
        fill: {
          type: 'pattern',
          pattern: 'solid',
          fgColor: { rgb: fill },
          bgColor: { rgb: fill },
        },
      }),
    },
  };
}

function mergeOf(range: string) {
  const [start = '', end = start] = range.split(':');
  const [from, to] = [placeOf(start), placeOf(end)];
  return { startRow: from.row, startCol: from.column, endRow: to.row, endCol: to.column };
}

function placeOf(cell: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
