import { type FileChild, LeaderType, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { FieldsBlock } from '../document.js';
import { indent, sizes } from '../pages/measures.js';
import { bareTable, gap } from './bare-table.js';
import { styleIds } from './styles.js';
import { twips, type WordSetting } from './word-setting.js';
import { wordLine, wordRuns } from './word-text.js';

/** Labels take at most this share of the line; longer ones wrap. */
const labelShare = 0.42;

/** Between a label and its value. */
const between = 8;

/** Labels with values beside them, all values beginning at one edge; a blank is a dotted line to the right margin. */
export function fieldBlocks(
  { faces, geometry }: WordSetting,
  { items }: FieldsBlock,
): readonly FileChild[] {
  if (items.length === 0) return [];
  const room = geometry.bodyWidth - indent;
  const labels = items.map(({ label }) => `${label}:`);
  const widest = Math.max(...labels.map((each) => faces.regular.width(wordLine(each), sizes.body)));
  const left = Math.min(widest + 2, room * labelShare) + between;
  const right = room - left;
  const field = (children: readonly TextRun[]) =>
    new Paragraph({ style: styleIds.field, children });
  const blank = () =>
    new Paragraph({
      style: styleIds.field,
      tabStops: [{ type: TabStopType.RIGHT, position: twips(right - 1), leader: LeaderType.DOT }],
      children: [new TextRun({ children: [new Tab()] })],
    });
  return [
    gap(3, { keepNext: true }),
    bareTable(
      [left, right],
      items.map(({ value }, index) => [
        [field(wordRuns(labels[index] ?? ''))],
        [value === null ? blank() : field(wordRuns(value))],
      ]),
      indent,
    ),
    gap(4),
  ];
}
