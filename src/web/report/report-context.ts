import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WebReport } from '../../reports/web/web-report.js';
import type { Search } from '../tables/search.js';
import type { ReportIndex } from './report-index.js';
import type { Say } from './say.js';

/** What every part of a screen may need: the report in one language, and how to say, count, sort and find things in it. */
export interface ReportView {
  readonly report: WebReport;
  readonly index: ReportIndex;
  readonly language: string;
  readonly theme: Theme;
  /** On paper: every row is drawn. */
  readonly printing: boolean;
  readonly say: Say;
  readonly number: (value: number) => string;
  readonly collator: Intl.Collator;
  readonly search: Search;
  /** Measured heights of rows, so that a long list that is gone back to keeps its place. */
  readonly heights: Map<string, number>;
}

export type Theme = 'light' | 'dark';

export const ReportContext = createContext<ReportView | null>(null);

/** The report that is shown. Throws outside of a `ReportContext.Provider`. */
export function useReport(): ReportView {
  const view = useContext(ReportContext);
  if (!view) throw new Error('No report is shown here');
  return view;
}
