import type { PackedValue } from '../../reports/web/packed-value.js';
import type { WebReport } from '../../reports/web/web-report.js';
import { unpackValue } from './unpack-value.js';

/** The page's data: the languages it holds, the one to begin with, and the report in each. */
export interface PageData {
  readonly languages: readonly string[];
  readonly report: (language: string) => WebReport;
}

/** Reads the data element's text. Throws when it isn't the data of a report. */
export function readPageData(text: string): PageData {
  const packed = JSON.parse(text) as PackedValue;
  return {
    languages: packed.languages,
    report: (language) => unpackValue(packed, language) as WebReport,
  };
}
