import { join } from 'node:path';
import type { Language } from '../../domain/text.js';
import type { FetchRecord } from '../../fleet/fetch/fetch-record.js';
import { message } from '../../messages/catalogue.js';
import { show } from '../print.js';

/** A whole fetch for people: how much came, where it is, what to do with it. */
export function fetchText(record: FetchRecord, folder: string, language: Language): string {
  const { records, total, pages } = record;
  const count = { records, pages: pages.length };
  const report = reportPath(record, folder) ?? folder;
  return [
    total === null
      ? message('fetch.done', count)
      : message('fetch.done_of_total', { ...count, total }),
    message('fetch.evidence', { folder }),
    message('fetch.report', { report }),
    message('fetch.look', { command: `tuanthu endpoints inspect ${report}` }),
  ]
    .map((line) => show(line, language))
    .join('\n');
}

/** A whole fetch as data. Names as in `fetch.json`. */
export function fetchJson(record: FetchRecord, folder: string): Readonly<Record<string, unknown>> {
  return {
    folder,
    source: record.source,
    address: record.address,
    started: record.started,
    resumed: record.resumed,
    finished: record.finished,
    complete: record.complete,
    total: record.total,
    records: record.records,
    distinct: record.distinct,
    pages: record.pages,
    report: record.report && { ...record.report, path: reportPath(record, folder) },
  };
}

function reportPath({ report }: FetchRecord, folder: string): string | undefined {
  return report ? join(folder, report.file) : undefined;
}
