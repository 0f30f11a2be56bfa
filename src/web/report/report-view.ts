import type { WebReport } from '../../reports/web/web-report.js';
import { createSearch } from '../tables/search.js';
import type { ReportView } from './report-context.js';
import { reportIndex } from './report-index.js';
import { sayIn } from './say.js';

/** Everything that screens need to show a report in its language, but how it is drawn. */
export function reportView(report: WebReport): Omit<ReportView, 'theme' | 'printing'> {
  const { locale } = report.words;
  const numbers = new Intl.NumberFormat(locale);
  const number = (value: number) => numbers.format(value);
  return {
    report,
    index: reportIndex(report.model),
    language: report.model.language,
    say: sayIn(report.words, number),
    number,
    collator: new Intl.Collator(locale, { numeric: true }),
    search: createSearch(),
    heights: new Map(),
  };
}
