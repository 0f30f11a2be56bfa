import type { Language, LocalizedText, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatMessage, localized } from '../messages/format.js';
import { type Styles, safe, show } from './print.js';

/** One case of a pack or a source, run. */
export interface CaseOutcome {
  readonly id: string;
  readonly name: LocalizedText;
  readonly ok: boolean;
  /** One for each part that differs: what was expected, what was found. */
  readonly differences: readonly Message[];
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** What the cases of one pack or source gave, for `--json`. */
export function caseResultsJson(results: readonly CaseOutcome[], language: Language) {
  return {
    passed: results.filter(({ ok }) => ok).length,
    failed: results.filter(({ ok }) => !ok).length,
    cases: results.map(({ id, name, ok, differences, file, line }) => ({
      id,
      name: localized(name, language),
      ok,
      differences: differences.map((each) => formatMessage(each, language)),
      file,
      line,
    })),
  };
}

/** Each failing case with its place and what differs, then how many passed. `of`: id of the pack or source. */
export function caseResultsText(
  of: string,
  results: readonly CaseOutcome[],
  language: Language,
  styles: Styles,
): string {
  const failed = results.filter(({ ok }) => !ok);
  const heads = failed.map((each) =>
    [
      `${styles.bad('x')} ${safe(each.id)}  ${safe(localized(each.name, language))}  ${styles.faint(`${safe(each.file)}:${each.line}`)}`,
      ...each.differences.map((difference) => `    ${show(difference, language)}`),
    ].join('\n'),
  );
  const counts = { id: of, passed: results.length - failed.length, total: results.length };
  const summary = message(results.length === 0 ? 'pack.test_none' : 'pack.test_summary', counts);
  return [...heads, show(summary, language)].join('\n');
}
