import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { FiguresBlock } from '../document.js';
import { toneInks } from '../pages/tones.js';
import { balancedIndent } from './balanced-indent.js';
import { gap, noBorders } from './bare-table.js';
import { halfPoints, twips, type WordSetting } from './word-setting.js';
import { wordLine, wordRuns } from './word-text.js';

type Item = FiguresBlock['items'][number];

const boxesInRow = 4;
/** Points from a box's edge to its texts. */
const padding = { x: 5, y: 5 } as const;
const valueSize = 22;
/** A value longer than its box is set smaller, but not smaller than this; then it wraps. */
const smallestValue = 13;

const thin = { style: BorderStyle.SINGLE, size: 4, color: '9A9A9A' } as const;

/** Big figures in boxes, four a row, each with what it counts below it. */
export function figureBlocks(setting: WordSetting, { items }: FiguresBlock): readonly FileChild[] {
  const perRow = items.length > boxesInRow && items.length % 3 === 0 ? 3 : boxesInRow;
  const blocks: FileChild[] = [];
  for (let index = 0; index < items.length; index += perRow) {
    blocks.push(
      gap(index === 0 ? 10 : 8, { keepNext: true }),
      boxRow(setting, items.slice(index, index + perRow)),
    );
  }
  return [...blocks, gap(6)];
}

function boxRow(setting: WordSetting, items: readonly Item[]): Table {
  const width = setting.geometry.bodyWidth / items.length;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(setting.geometry.bodyWidth), type: WidthType.DXA },
    columnWidths: items.map(() => twips(width)),
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: items.map((item) => box(setting, item, width)),
      }),
    ],
  });
}

function box({ faces }: WordSetting, item: Item, width: number): TableCell {
  const { value, label, note, tone } = item;
  const color = toneInks[tone].slice(1);
  const natural = faces.bold.width(wordLine(value), 1);
  const room = width - 2 * padding.x - 2;
  const size = Math.max(smallestValue, Math.min(valueSize, room / Math.max(natural, 0.01)));
  const line = (text: string, points: number, look: Parameters<typeof wordRuns>[1]) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent: balancedIndent(text, room, { size: points, bold: look?.bold ?? false }),
      children: wordRuns(text, { ...look, size: halfPoints(points) }),
    });
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    margins: {
      marginUnitType: WidthType.DXA,
      left: twips(padding.x),
      right: twips(padding.x),
      top: twips(padding.y),
      bottom: twips(padding.y),
    },
    borders: {
      top: { style: BorderStyle.SINGLE, size: 20, color },
      bottom: thin,
      left: thin,
      right: thin,
    },
    children: [
      line(value, Math.floor(size * 2) / 2, { bold: true, color }),
      line(label, 11, {}),
      ...(note === '' ? [] : [line(note, 10, { italics: true })]),
    ],
  });
}
