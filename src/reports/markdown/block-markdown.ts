import type { Language } from '../../domain/text.js';
import {
  type Block,
  dottedBlank,
  type FieldsBlock,
  type FiguresBlock,
  type ListBlock,
  type TableBlock,
  type TableCell,
} from '../document.js';
import { chartTable } from './chart-table.js';
import { markdownTable } from './markdown-table.js';
import { inlineMarkdown, markdownLine } from './markdown-text.js';
import { richMarkdown } from './rich-markdown.js';

/** Between two lists, which Markdown would join to one and number on. */
const listEnd = '<!-- -->';

/** Blocks of a document as blocks of Markdown, to be parted by empty lines. A heading of level 1 is one of level 2 here. */
export function blocksMarkdown(blocks: readonly Block[], language: Language): readonly string[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const joins = before !== undefined && isList(before) && isList(block);
    return [...(joins ? [listEnd] : []), ...blockMarkdown(block, language)];
  });
}

const isList = ({ kind }: Block): boolean =>
  kind === 'list' || kind === 'fields' || kind === 'figures';

function blockMarkdown(block: Block, language: Language): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${inlineMarkdown(block.text)}`];
    case 'paragraph':
      return [block.style === 'note' ? noteMarkdown(block.text) : richMarkdown(block.text)].filter(
        (each) => each !== '',
      );
    case 'list':
      return listMarkdown(block);
    case 'fields':
      return fieldsMarkdown(block);
    case 'table':
      return tableMarkdown(block);
    case 'chart':
      return [
        `**${inlineMarkdown(block.caption)}**`,
        markdownLine(block.alt),
        chartTable(block.chart, language),
      ];
    case 'figures':
      return figuresMarkdown(block);
    case 'page_break':
      return ['---'];
  }
}

function noteMarkdown(text: Parameters<typeof richMarkdown>[0]): string {
  return richMarkdown(typeof text === 'string' ? [{ text, italic: true }] : italics(text));
}

function italics(runs: readonly { readonly text: string }[]): Parameters<typeof richMarkdown>[0] {
  return runs.map((run) => ({ italic: true, ...run }));
}

function listMarkdown({ ordered, items }: ListBlock): readonly string[] {
  if (items.length === 0) return [];
  return [
    items
      .map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${richMarkdown(item)}`)
      .join('\n'),
  ];
}

function fieldsMarkdown({ items }: FieldsBlock): readonly string[] {
  if (items.length === 0) return [];
  const lines = items.map(
    ({ label, value }) =>
      `- **${inlineMarkdown(label)}:** ${value === null ? dottedBlank : inlineMarkdown(value)}`,
  );
  return [lines.join('\n')];
}

function figuresMarkdown({ items }: FiguresBlock): readonly string[] {
  if (items.length === 0) return [];
  const lines = items.map(({ value, label, note }) => {
    const remark = note === '' ? '' : ` (${inlineMarkdown(note)})`;
    return `- **${inlineMarkdown(value)}** ${inlineMarkdown(label)}${remark}`;
  });
  return [lines.join('\n')];
}

function tableMarkdown(block: TableBlock): readonly string[] {
  const { caption, columns, rows, empty } = block;
  const numbers = columns.map((_, index) => `(${index + 1})`);
  const table = markdownTable(
    columns.map(({ title }) => inlineMarkdown(title)),
    [...(block.numbered ? [numbers] : []), ...rows.map((row) => row.map(cellMarkdown))],
    columns.map(({ align }) => align),
  );
  return [
    ...(caption === null ? [] : [`**${inlineMarkdown(caption)}**`]),
    ...(columns.length === 0 ? [] : [table]),
    ...(rows.length === 0 ? [markdownLine(empty)] : []),
  ];
}

function cellMarkdown(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return inlineMarkdown(cell);
  const content = inlineMarkdown(cell.text);
  return cell.bold && content !== '' ? `**${content}**` : content;
}
