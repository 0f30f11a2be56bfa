import { unzip } from '../../src/documents/spreadsheet/unzip.js';
import type { WorkbookModel } from '../../src/documents/spreadsheet/workbook.js';
import { writeWorkbook } from '../../src/documents/spreadsheet/write-workbook.js';
import { archive } from './archive.js';

/** Far more than any list of the example. */
const maxBytes = 16 * 1024 ** 2;

/** The workbook as XLSX whose parts aren't packed: the same bytes on every machine, whatever its zlib. */
export async function workbookFile(model: WorkbookModel): Promise<Uint8Array> {
  const parts = unzip(await writeWorkbook(model), () => true, maxBytes);
  if (typeof parts === 'string') throw new Error(`workbook ${model.title}: ${parts}`);
  return archive(parts);
}
