import type { Block, DocumentModel, RichText, TableCell } from '../../src/reports/document.js';

/** Every text of a document, one a piece (a cell, a field's value, a paragraph), in order; blanks are left out. */
export function documentTexts(document: DocumentModel): readonly string[] {
  const { head, foot } = document;
  return [
    ...[head.superior, head.issuer, head.number, head.placeAndDate, head.documentType],
    ...[head.subject, ...head.marks, ...head.addressees],
    ...document.body.flatMap(blockTexts),
    ...foot.recipients,
    ...foot.signatures.flatMap(({ authority, title, name }) => [authority, title, name]),
    ...document.annexes.flatMap(({ label, title, body }) => [
      label,
      title,
      ...body.flatMap(blockTexts),
    ]),
  ].filter((text) => text !== null);
}

/** Every block of a document, the annexes' too. */
export function documentBlocks({ body, annexes }: DocumentModel): readonly Block[] {
  return [...body, ...annexes.flatMap((annex) => annex.body)];
}

function blockTexts(block: Block): readonly (string | null)[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [plain(block.text)];
    case 'list':
      return block.items.map(plain);
    case 'fields':
      return block.items.flatMap(({ label, value }) => [label, value]);
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap((row) => row.map(cellText)),
        ...(block.rows.length === 0 ? [block.empty] : []),
      ];
    case 'chart':
      return [block.caption, block.alt];
    case 'figures':
      return block.items.flatMap(({ value, label, note }) => [value, label, note]);
    case 'page_break':
      return [];
  }
}

function plain(text: RichText): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

function cellText(cell: TableCell): string | null {
  return cell === null || typeof cell === 'string' ? cell : cell.text;
}
