import { fold } from '../../domain/text.js';
import { headerKey, isKnownHeader } from './header-names.js';
import { looksLikeValue } from './value-forms.js';

/** A table in a text whose columns nobody knows. */
export interface FoundTable {
  readonly delimiter: string;
  /** Line of the header row, from 1. */
  readonly headerLine: number;
  readonly headers: readonly string[];
  /** Rows below the header, at most `maxRows`; cells as they stand, without blanks at their ends. */
  readonly rows: readonly (readonly string[])[];
}

/** How many lines from the top may hold titles before the header row; as many as reading allows. */
const maxHeaderLine = 40;

/** Rows that are looked at: enough to meet every word that a column has. */
const maxRows = 400;

/** Longer names of columns are sentences. */
const maxHeaderLength = 60;

/** Rows below a header that are compared with it. */
const comparedRows = 20;

/**
 * The likeliest header row of a delimited text: most filled, short, different names that are no dates, numbers or addresses,
 * with rows of like width below; of two that are as likely, the upper. Undefined when no row has two names. Never throws.
 */
export function findTable(text: string): FoundTable | undefined {
  const declared = /^sep=(.)\r?$/im.exec(text.slice(0, 10))?.[1];
  const tables = (declared ? [declared] : ['\t', ';', ',', '|']).flatMap((delimiter) => {
    const rows = rowsOf(text, delimiter);
    return rows
      .slice(0, maxHeaderLine)
      .map((row, index) => ({ delimiter, rows, row, index, score: scoreOf(rows, index) }));
  });
  const best = tables.reduce<(typeof tables)[number] | undefined>(
    (found, each) => (each.score > (found?.score ?? 0) ? each : found),
    undefined,
  );
  if (!best) return undefined;
  return {
    delimiter: best.delimiter,
    headerLine: best.row.line,
    headers: best.row.cells,
    rows: best.rows
      .slice(best.index + 1)
      .map(({ cells }) => cells)
      .filter((cells) => cells.some((cell) => cell !== '')),
  };
}

interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

function scoreOf(rows: readonly TableRow[], index: number): number {
  const cells = rows[index]?.cells ?? [];
  const filled = cells.filter((cell) => cell !== '');
  const names = new Set(
    filled
      // A tab within a cell parts cells: then this isn't what parts them.
      .filter((cell) => cell.length <= maxHeaderLength && !cell.includes('\t'))
      .filter((cell) => !looksLikeValue(cell))
      .map(fold),
  );
  if (names.size < 2) return 0;
  const below = rows
    .slice(index + 1, index + 1 + comparedRows)
    .filter((row) => row.cells.some((cell) => cell !== ''));
  const alike = below.filter(
    (row) =>
      row.cells.length === cells.length && row.cells.filter((cell) => cell !== '').length > 1,
  ).length;
  if (below.length > 0 && alike === 0) return 0;
  const known = filled.filter((cell) => isKnownHeader(headerKey(cell))).length;
  return names.size + 2 * known + alike / 2 - 2 * (filled.length - names.size);
}

/** Rows of a delimited text with the lines they begin on; quotes may enclose delimiters and line breaks. */
function rowsOf(text: string, delimiter: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  let [cells, cell, quoted, line, begun] = [[] as string[], '', false, 1, 1];
  const endCell = () => {
    cells.push(cell.normalize('NFC').trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ line: begun, cells });
    cells = [];
  };
  for (let i = 0; i < text.length && rows.length < maxRows + maxHeaderLine; i++) {
    const char = text[i] as string;
    if (char === '\n') line++;
    if (quoted && char === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (char === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (!quoted && char === delimiter) endCell();
    else if (!quoted && char === '\n') {
      endRow();
      begun = line;
    } else if (char !== '\r') cell += char;
  }
  if (rows.length < maxRows + maxHeaderLine && (cell !== '' || cells.length > 0)) endRow();
  return rows;
}
