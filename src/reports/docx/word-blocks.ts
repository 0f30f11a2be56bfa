import { type FileChild, HeadingLevel, Paragraph } from 'docx';
import type { Block, ListBlock, ParagraphBlock } from '../document.js';
import { gap } from './bare-table.js';
import { chartBlocks } from './chart-blocks.js';
import { fieldBlocks } from './field-blocks.js';
import { figureBlocks } from './figure-blocks.js';
import { listNames } from './lists.js';
import { styleIds } from './styles.js';
import { tableBlocks } from './table-blocks.js';
import type { WordSetting } from './word-setting.js';
import { wordRuns } from './word-text.js';

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/**
 * One block of a document as paragraphs and tables of Word, in order. A paragraph that is the `last` of a text stays on the
 * page of what follows, so that no signature stands alone.
 */
export async function wordBlocks(
  setting: WordSetting,
  block: Block,
  last = false,
): Promise<readonly FileChild[]> {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({ heading: headingLevels[block.level], children: wordRuns(block.text) }),
      ];
    case 'paragraph':
      return [paragraphBlock(block, last)];
    case 'list':
      return listBlocks(setting, block);
    case 'fields':
      return fieldBlocks(setting, block);
    case 'table':
      return tableBlocks(setting, block);
    case 'chart':
      return chartBlocks(setting, block);
    case 'figures':
      return figureBlocks(setting, block);
    case 'page_break':
      return [gap(1, { pageBreakBefore: true })];
  }
}

function paragraphBlock({ style, text }: ParagraphBlock, keepNext: boolean): FileChild {
  const look = style === 'note' ? { italics: true } : {};
  return new Paragraph({ style: styleIds[style], keepNext, children: wordRuns(text, look) });
}

/** Each numbered list is one of its own, so that it begins with 1. */
function listBlocks(setting: WordSetting, { ordered, items }: ListBlock): readonly FileChild[] {
  const reference = ordered ? listNames.ordered : listNames.unordered;
  const instance = ordered ? setting.next() : 0;
  return items.map(
    (item) =>
      new Paragraph({
        style: styleIds.list,
        numbering: { reference, level: 0, instance },
        children: wordRuns(item),
      }),
  );
}
