import type { ReadCell, ReadSheet } from '../documents/spreadsheet/workbook.js';

/**
 * A sheet as a table of text: fields parted by commas, all of them in quotes, one line a row; blank rows below the last
 * filled one are left out. A cell merged over several rows gives each of them its content, as people mean it. A formula
 * gives the result that was last shown; days and times stand as ISO.
 */
export function sheetText({ rows, merged = [] }: ReadSheet): string {
  const texts = rows.map((row) => row.map(cellText));
  for (const { top, left, bottom } of merged) {
    const content = texts[top]?.[left] ?? '';
    for (let at = top + 1; at <= Math.min(bottom, texts.length - 1); at++) {
      const row = texts[at];
      if (!row) continue;
      while (row.length <= left) row.push('');
      row[left] = content;
    }
  }
  const last = texts.findLastIndex((row) => row.some((text) => text !== ''));
  return texts
    .slice(0, last + 1)
    .map((row) => `${(row.length > 0 ? row : ['']).map(quoted).join(',')}\n`)
    .join('');
}

function cellText(cell: ReadCell): string {
  switch (cell.kind) {
    case 'empty':
    case 'error':
      return '';
    case 'text':
      // Words that someone broke over several lines are the same words: a header row must stay one line.
      return cell.text.trim().replace(/\s*[\r\n]+\s*/g, ' ');
    case 'number':
      return String(cell.value);
    case 'boolean':
      return String(cell.value);
    case 'date':
      return cell.date === null ? '' : `${cell.date}${cell.time ? ` ${cell.time}` : ''}`;
    case 'formula':
      return cellText(cell.shown);
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
