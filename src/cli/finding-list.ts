import type { Assessment } from '../audit/assessment.js';
import type { Citation, Evidence, Finding } from '../domain/rules.js';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { endpointList } from './endpoint-list.js';
import { type Styles, safe, show } from './print.js';
import { systemList } from './system-list.js';
import { maxTextWidth, wrap } from './text-width.js';

/** Findings shown one by one; the rest of an agency's stand in `--json`. */
const shownPerAgency = 40;

/** Places of evidence shown of one finding. */
const maxEvidence = 3;

/** The findings of the audited agencies in words, worst first: what, where, by which article, what to do. */
export function findingList(
  assessment: Assessment,
  language: Language,
  width: number,
  styles: Styles,
): string {
  return assessment.agencies
    .map((agency) => {
      const own = assessment.findings.filter((finding) => finding.subject.agency === agency.id);
      const rest = own.length - shownPerAgency;
      const columns = Math.min(width, maxTextWidth);
      const systems = systemList(agency, language, columns, styles);
      const endpoints = endpointList(assessment, agency, language, columns, styles);
      return [
        ...(systems === '' ? [] : [styles.heading(safe(agency.name)), systems, '']),
        ...(endpoints === '' ? [] : [endpoints, '']),
        styles.heading(
          show(message('report.findings', { name: agency.name, count: own.length }), language),
        ),
        ...own
          .slice(0, shownPerAgency)
          .map((finding) => findingText(finding, language, width, styles)),
        ...(rest > 0 ? [show(message('report.more_findings', { count: rest }), language)] : []),
      ].join('\n');
    })
    .join('\n\n');
}

const indent = '    ';

function findingText(finding: Finding, language: Language, width: number, styles: Styles): string {
  const severity = show({ key: `report.severity.${finding.severity}`, params: {} }, language);
  const mark =
    finding.severity === 'critical' || finding.severity === 'high' ? styles.bad : styles.caution;
  const citations = finding.citations
    .map((citation) => citationText(citation, language))
    .join('; ');
  const say = (text: string) =>
    wrap(text, Math.min(width, maxTextWidth) - indent.length).map((line) => indent + line);
  return [
    `${mark(severity)}  ${safe(finding.subject.name)}  [${finding.rule}]`,
    ...say(show(finding.message, language)),
    ...(citations
      ? say(show(message('report.legal_basis', { citations }), language)).map(styles.faint)
      : []),
    ...finding.evidence
      .slice(0, maxEvidence)
      .flatMap((evidence) => say(evidenceText(evidence, language))),
    ...(finding.remediation
      ? say(show(message('report.remediation', { text: finding.remediation }), language))
      : []),
  ].join('\n');
}

/** A citation says when it isn't simply the text of the law. */
function citationText({ text, certainty }: Citation, language: Language): string {
  if (certainty === 'text') return safe(text);
  return `${safe(text)} (${show({ key: `report.certainty.${certainty}`, params: {} }, language)})`;
}

function evidenceText({ path, row, note }: Evidence, language: Language): string {
  const place = safe(row === undefined ? path : `${path}:${row}`);
  return show(
    note ? message('report.evidence_note', { place, note }) : message('report.evidence', { place }),
    language,
  );
}
