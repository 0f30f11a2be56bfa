import type { Assessment } from '../audit/assessment.js';
import type { Finding } from '../domain/rules.js';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { type Styles, safe, show } from './print.js';

/** Findings shown one by one; the rest of an agency's stand in `--json`. */
const shownPerAgency = 40;

/** The findings of the audited agencies in words, worst first: what, where, by which article, what to do. */
export function findingList(
  assessment: Assessment,
  language: Language,
  _width: number,
  styles: Styles,
): string {
  return assessment.agencies
    .map((agency) => {
      const own = assessment.findings.filter((finding) => finding.subject.agency === agency.id);
      const rest = own.length - shownPerAgency;
      return [
        styles.heading(
          show(message('report.findings', { name: agency.name, count: own.length }), language),
        ),
        ...own.slice(0, shownPerAgency).map((finding) => findingText(finding, language, styles)),
        ...(rest > 0 ? [show(message('report.more_findings', { count: rest }), language)] : []),
      ].join('\n');
    })
    .join('\n\n');
}

function findingText(finding: Finding, language: Language, styles: Styles): string {
  const severity = show({ key: `report.severity.${finding.severity}`, params: {} }, language);
  const mark =
    finding.severity === 'critical' || finding.severity === 'high' ? styles.bad : styles.caution;
  const citations = finding.citations
    .map((citation) =>
      citation.certainty === 'text'
        ? safe(citation.text)
        : `${safe(citation.text)} (${show({ key: `report.certainty.${citation.certainty}`, params: {} }, language)})`,
    )
    .join('; ');
  return [
    `${mark(severity)}  ${safe(finding.subject.name)}  [${finding.rule}]`,
    `    ${show(finding.message, language)}`,
    ...(citations
      ? [styles.faint(`    ${show(message('report.legal_basis', { citations }), language)}`)]
      : []),
    ...(finding.remediation
      ? [`    ${show(message('report.remediation', { text: finding.remediation }), language)}`]
      : []),
  ].join('\n');
}
