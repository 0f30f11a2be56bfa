import type { DataFormat } from '../format.js';

/** Every finding as a table of text, one row each: UTF-8, fields parted by `;`, lines end with CR LF. */
export const format: DataFormat = {
  kind: 'data',
  id: 'csv',
  extension: '.csv',
  mediaType: 'text/csv; charset=utf-8',
  render: async ({ model, language }) => {
    const { findingsCsv } = await import('../csv/findings-csv.js');
    return findingsCsv(model(language));
  },
};
