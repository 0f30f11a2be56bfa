import {
  BorderStyle,
  type FileChild,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { twips } from './word-setting.js';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;

/** A table without lines that only puts things side by side; widths in points. Rows aren't parted by a page's end. */
export function bareTable(
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
  left = 0,
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    indent: { size: twips(left), type: WidthType.DXA },
    borders: noBorders,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
                children: children.length === 0 ? [new Paragraph('')] : [...children],
              }),
          ),
        }),
    ),
  });
}

/** A paragraph that holds tables apart, `height` points high. With `keepNext` it stays on the page of what follows. */
export function gap(height: number, options: IParagraphOptions = {}): FileChild {
  return new Paragraph({
    ...options,
    style: 'Gap',
    spacing: { line: twips(height), lineRule: 'exact' },
  });
}
