import { readOds, type Sheet } from 'hucre/ods';
import type { WorkbookLimits } from './limits.js';
import { zipStored } from './zip.js';

/**
 * The sheets of an OpenDocument spreadsheet from its unpacked content. The library knows rows only where they stand
 * directly in a table, and makes every cell that is repeated, a million at the end of a formatted column: so rows are
 * first taken out of the groups that mark headings and outlines, empty cells lose their looks, and repeats are cut to
 * one more than is read.
 */
export async function odsSheets(
  content: Uint8Array,
  limits: WorkbookLimits,
): Promise<readonly Sheet[]> {
  const xml = new TextDecoder()
    .decode(content)
    .replace(/<\/?table:(?:table-header-rows|table-row-group|table-rows)\b[^>]*>/g, '')
    .replace(/(<table:(?:covered-)?table-cell\b[^>]*?) table:style-name="[^"]*"/g, '$1')
    .replace(
      / table:number-(rows|columns)-repeated="(\d+)"/g,
      (_, which: string, count: string) => {
        const limit = (which === 'rows' ? limits.rows : limits.columns) + 1;
        return ` table:number-${which}-repeated="${Math.min(Number(count), limit)}"`;
      },
    );
  const parts = new Map([
    ['mimetype', new TextEncoder().encode('application/vnd.oasis.opendocument.spreadsheet')],
    ['content.xml', new TextEncoder().encode(xml)],
  ]);
  return (await readOds(zipStored(parts))).sheets;
}
