import type { ReportAssets } from '../../src/reports/format.js';

/** For formats that need nothing besides the report: asking for anything fails. */
export const noAssets: ReportAssets = {
  fonts: () => Promise.reject(new Error('asked for fonts')),
  webPage: () => Promise.reject(new Error('asked for the web page')),
};
