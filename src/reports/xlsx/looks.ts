import type { CellStyle } from '../../documents/spreadsheet/workbook.js';
import type { Tone } from '../document.js';
import type { SheetColumn } from './table-sheet.js';

const line = 'BFBFBF';

export const title: CellStyle = { bold: true, size: 14, wrap: true, colour: '1F3864' };
export const heading: CellStyle = { bold: true, size: 11, wrap: true, colour: '1F3864' };
export const remark: CellStyle = { italic: true, wrap: true, colour: '595959' };
export const lines: CellStyle = { wrap: true };
export const plain: CellStyle = { wrap: true, border: line };

export const head: CellStyle = {
  bold: true,
  fill: 'DDE6F0',
  border: line,
  wrap: true,
  align: 'center',
  valign: 'center',
};

/** Heads of what people fill in. */
export const inputHead: CellStyle = { ...head, fill: 'FFF2CC' };

const fills: Readonly<Record<Tone, string | undefined>> = {
  met: 'E2F0D9',
  not_met: 'F8D7DA',
  inconclusive: 'FFF2CC',
  no_data: 'EDEDED',
  critical: 'F4C7C3',
  high: 'FCE4D6',
  medium: 'FFF2CC',
  low: 'E7EEF7',
  info: 'F2F2F2',
  neutral: undefined,
};

/** Cells of a column. Dates and numbers stand so that a spreadsheet sorts and counts them. */
export function body({ kind, input }: Pick<SheetColumn, 'kind' | 'input'>): CellStyle {
  const style: CellStyle = input ? { ...plain, fill: 'FFFBEF' } : plain;
  switch (kind) {
    case 'ordinal':
      return { ...style, align: 'center' };
    case 'number':
      return { ...style, align: 'right', format: '#,##0' };
    case 'percent':
      return { ...style, align: 'right', format: '0%' };
    case 'date':
      return { ...style, align: 'center', format: 'dd/mm/yyyy' };
    default:
      return style;
  }
}

/** Cells of a row of sums. */
export function total(column: Pick<SheetColumn, 'kind'>): CellStyle {
  return { ...body(column), bold: true, fill: 'F2F2F2' };
}

/** A style and the same one with the colour of each tone, made once for all cells of a column. */
export type Painter = (tone: Tone | null) => CellStyle;

export function painter(style: CellStyle): Painter {
  const made = new Map<Tone | null, CellStyle>([[null, style]]);
  return (tone) => {
    const found = made.get(tone) ?? (tone === null ? style : toned(style, tone));
    made.set(tone, found);
    return found;
  };
}

/** The style of a word with a tone: its colour behind it. */
export function toned(style: CellStyle, tone: Tone): CellStyle {
  const fill = fills[tone];
  const word: CellStyle = { ...style, align: 'center' };
  return fill === undefined ? word : { ...word, fill };
}
