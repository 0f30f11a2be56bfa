import type { DataFormat } from '../format.js';

/** The whole report as a workbook to work with: one sheet for each kind of thing, and a plan to fill in. */
export const format: DataFormat = {
  kind: 'data',
  id: 'xlsx',
  extension: '.xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  render: async ({ model, language }) => {
    const { writeWorkbook } = await import('../../documents/spreadsheet/write-workbook.js');
    const { reportWorkbook } = await import('../xlsx/report-workbook.js');
    return writeWorkbook(reportWorkbook(model(language)));
  },
};
