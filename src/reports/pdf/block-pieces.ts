import type { Block, HeadingBlock, ListBlock, ParagraphBlock } from '../document.js';
import { bodyLeading, indent, paragraphSpace, sizes, tightLeading } from '../pages/measures.js';
import { chartPieces } from './chart-pieces.js';
import { fieldPieces } from './field-pieces.js';
import { figurePieces } from './figure-pieces.js';
import type { Flow, FlowPiece, Setting } from './flow.js';
import { tablePieces } from './table-pieces.js';
import type { Tag } from './tag.js';
import { type ParagraphStyle, textPieces } from './text-pieces.js';

/** One block of a document as pieces, in order. */
export async function blockPieces(setting: Setting, block: Block): Promise<Flow> {
  switch (block.kind) {
    case 'heading':
      return headingPieces(setting, block);
    case 'paragraph':
      return paragraphPieces(setting, block);
    case 'list':
      return listPieces(setting, block);
    case 'fields':
      return fieldPieces(setting, block);
    case 'table':
      return tablePieces(setting, block);
    case 'chart':
      return chartPieces(setting, block);
    case 'figures':
      return figurePieces(setting, block);
    case 'page_break':
      return ['page_break'];
  }
}

const headingTypes = { 1: 'H1', 2: 'H2', 3: 'H3' } as const;

function headingPieces(setting: Setting, { level, text }: HeadingBlock): readonly FlowPiece[] {
  const { typesetter } = setting;
  return textPieces(setting, text, {
    face: level === 3 ? 'boldItalic' : 'bold',
    size: sizes.body,
    leading: bodyLeading,
    align: 'left',
    x: indent,
    space: level === 1 ? 12 : 8,
    keep: true,
    tag: { type: headingTypes[level], parent: null },
    onFirstLine: (canvas, top) => canvas.bookmark(typesetter.oneLine(text), level, top),
  });
}

const paragraphStyles: Readonly<Record<ParagraphBlock['style'], Omit<ParagraphStyle, 'tag'>>> = {
  body: {
    face: 'regular',
    size: sizes.body,
    leading: bodyLeading,
    align: 'justify',
    indent,
    space: paragraphSpace,
  },
  note: {
    face: 'italic',
    size: sizes.note,
    leading: tightLeading,
    align: 'justify',
    indent,
    space: paragraphSpace,
  },
  centred: {
    face: 'regular',
    size: sizes.body,
    leading: bodyLeading,
    align: 'center',
    space: paragraphSpace,
  },
};

function paragraphPieces(setting: Setting, { style, text }: ParagraphBlock): readonly FlowPiece[] {
  return textPieces(setting, text, { ...paragraphStyles[style], tag: { type: 'P', parent: null } });
}

function listPieces(setting: Setting, { items, ordered }: ListBlock): readonly FlowPiece[] {
  const list: Tag = { type: 'L', parent: null };
  const style = { face: 'regular', size: sizes.body, leading: bodyLeading } as const;
  const marks = items.map((_, index) => (ordered ? `${index + 1}.` : '-'));
  const widest = Math.max(0, ...marks.map((mark) => setting.typesetter.width(mark, style)));
  return items.flatMap((item, index) => {
    const entry: Tag = { type: 'LI', parent: list };
    const mark: Tag = { type: 'Lbl', parent: entry };
    return textPieces(setting, item, {
      ...style,
      align: 'justify',
      x: indent + widest + 6,
      space: index === 0 ? paragraphSpace : 3,
      tag: { type: 'LBody', parent: entry },
      onFirstLine(canvas, _, baseline) {
        canvas.tag(mark);
        canvas.text(`${marks[index]} `, 'regular', {
          x: canvas.left + indent,
          baseline,
          size: style.size,
        });
      },
    });
  });
}
