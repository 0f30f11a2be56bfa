import { readFile, writeFile } from 'node:fs/promises';
import { openXlsx, saveXlsx } from 'hucre/xlsx';

/** Columns of the exported sheet, from 0: G, H, I, J, K, L, M. */
const column = { answer: 6, evidence: 7, reason: 8, date: 9, assessor: 10, due: 11, who: 12 };

/** Rows, counted among the requirements from 1, that the officer of the guide answers unlike the others. */
const notApplicable = 7;
const notMet = 30;
const carelesslyTyped = 41;

const words = {
  vi: { met: 'Đáp ứng', typed: 'dap ung', notMet: 'Chưa đáp ứng', notApplicable: 'Không áp dụng' },
  en: { met: 'Met', typed: 'met', notMet: 'Not met', notApplicable: 'Not applicable' },
};

/**
 * Fills an exported checklist as the officer of the guide does in Excel, on the first system's sheet. With a slip: one
 * "not applicable" lacks its reason, one answer is typed without accents.
 */
export async function fillChecklist(
  path: string,
  language: 'vi' | 'en',
  withSlip: boolean,
): Promise<void> {
  const workbook = await openXlsx(new Uint8Array(await readFile(path)));
  const rows = workbook.sheets[1]?.rows ?? [];
  const set = (row: (typeof rows)[number] | undefined, at: number, value: string | null) => {
    if (row) row[at] = value;
  };
  const say = words[language];
  set(rows[2], column.date, '20/11/2026');
  set(rows[2], column.assessor, 'Phòng Công nghệ thông tin');
  const asked = rows.slice(4).filter((row) => typeof row?.[0] === 'number');
  asked.forEach((row, index) => {
    const number = index + 1;
    set(row, column.reason, null);
    if (number === notApplicable) {
      set(row, column.answer, say.notApplicable);
      set(row, column.reason, withSlip ? null : 'Không có thiết bị di động');
    } else if (number === notMet) {
      set(row, column.answer, say.notMet);
      set(row, column.due, '15/01/2027');
      set(row, column.who, 'Văn phòng');
    } else {
      set(row, column.answer, withSlip && number === carelesslyTyped ? say.typed : say.met);
      set(row, column.evidence, 'Biên bản 12/BB ngày 18/11/2026');
    }
  });
  await writeFile(path, await saveXlsx(workbook));
}
