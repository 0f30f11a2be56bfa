import { formatDate, isoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import {
  type Citation,
  type Finding,
  findingId,
  type Severity,
  type Subject,
} from '../domain/rules.js';
import type { Message } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import { text } from '../messages/format.js';
import type { AgencyResult } from './assessment.js';

/**
 * Rules of the program's own on what agencies hand in, with the keys of their title and remediation. Their findings cite
 * the plan whose figures the gap concerns.
 */
export const handInRules = {
  'IN-01': {
    title: 'audit.rule.not_submitted',
    remediation: 'audit.rule.not_submitted.do',
    severity: 'high',
  },
  'IN-02': { title: 'audit.rule.late', remediation: 'audit.rule.late.do', severity: 'low' },
  'IN-03': { title: 'audit.rule.broken', remediation: 'audit.rule.broken.do', severity: 'high' },
  'IN-04': {
    title: 'audit.rule.doubtful',
    remediation: 'audit.rule.doubtful.do',
    severity: 'medium',
  },
  'IN-05': {
    title: 'audit.rule.exclusions',
    remediation: 'audit.rule.exclusions.do',
    severity: 'medium',
  },
  'IN-06': {
    title: 'audit.rule.self_reported',
    remediation: 'audit.rule.self_reported.do',
    severity: 'medium',
  },
  'IN-07': {
    title: 'audit.rule.unreported',
    remediation: 'audit.rule.unreported.do',
    severity: 'medium',
  },
  'IN-08': {
    title: 'audit.rule.unmatched',
    remediation: 'audit.rule.unmatched.do',
    severity: 'low',
  },
} as const satisfies Readonly<
  Record<string, { title: MessageKey; remediation: MessageKey; severity: Severity }>
>;

export type HandInRule = keyof typeof handInRules;

/** More exclusions than this share of the machines found is worth a question. `endpoint.md` "Denominator": 5 %. */
const exclusionCapPercent = 5;

/** In a small agency one machine is already more than 5 %: so few exclusions are no pattern. */
const fewExclusions = 2;

/** Findings on what one agency handed in, its files' problems among them. */
export function handInFindings(
  agency: AgencyResult,
  diagnostics: readonly Diagnostic[],
  unmatched: readonly string[],
  citations: readonly Citation[],
): Finding[] {
  const subject: Subject = { kind: 'agency', id: agency.id, name: agency.name, agency: agency.id };
  const { endpoints, submission } = agency;
  const finding = (
    rule: HandInRule,
    outcome: Finding['outcome'],
    found: Message,
    more: Partial<Finding> = {},
  ): Finding => ({
    id: findingId(rule, more.subject ?? subject),
    rule,
    subject,
    outcome,
    severity: handInRules[rule].severity,
    citations,
    message: found,
    evidence: [],
    remediation: {
      vi: text(handInRules[rule].remediation, 'vi'),
      en: text(handInRules[rule].remediation, 'en'),
    },
    due: null,
    ...more,
  });
  const findings: Finding[] = [];
  if (submission.status === 'not_submitted')
    findings.push(finding('IN-01', 'fail', message('audit.finding.not_submitted')));
  if (submission.late) {
    findings.push(
      finding(
        'IN-02',
        'fail',
        message('audit.finding.late', {
          date: submission.submitted_on ? formatDate(isoDate(submission.submitted_on)) : '',
        }),
      ),
    );
  }
  const excluded = endpoints.excluded.reduce((sum, each) => sum + each.count, 0);
  if (excluded > fewExclusions && excluded * 100 > exclusionCapPercent * endpoints.found) {
    findings.push(
      finding(
        'IN-05',
        'unknown',
        message('audit.finding.exclusions', { count: excluded, found: endpoints.found }),
      ),
    );
  }
  if (endpoints.self_reported)
    findings.push(finding('IN-06', 'unknown', message('audit.finding.self_reported')));
  if (endpoints.unreported > 0) {
    findings.push(
      finding(
        'IN-07',
        'unknown',
        message('audit.finding.unreported', {
          count: endpoints.unreported,
          declared: endpoints.declared?.count ?? 0,
        }),
        {
          count: endpoints.unreported,
        },
      ),
    );
  }
  if (unmatched.length > 0) {
    findings.push(
      finding(
        'IN-08',
        'fail',
        message('audit.finding.unmatched', { machines: unmatched.join(', ') }),
      ),
    );
  }
  return [...findings, ...fileFindings(diagnostics, agency, finding)];
}

/** One finding a problem of a file; the subject is the file, so that two problems of one file are two findings. */
function fileFindings(
  diagnostics: readonly Diagnostic[],
  agency: AgencyResult,
  finding: (
    rule: HandInRule,
    outcome: Finding['outcome'],
    found: Message,
    more: Partial<Finding>,
  ) => Finding,
): Finding[] {
  const seen = new Map<string, number>();
  return diagnostics
    .filter((each) => each.severity !== 'info')
    .map((each) => {
      const place = `${each.file ?? agency.id}${each.line === undefined ? '' : `:${each.line}`}`;
      const broken = each.severity === 'error';
      const id = `${place}:${each.code}`;
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      return finding(broken ? 'IN-03' : 'IN-04', broken ? 'error' : 'unknown', each.message, {
        subject: {
          kind: 'file',
          id: times === 1 ? id : `${id}:${times}`,
          name: place,
          agency: agency.id,
        },
        evidence: [
          {
            path: each.file ?? '',
            ...(each.line !== undefined && { row: each.line }),
            ...(each.pointer !== undefined && { pointer: each.pointer }),
            ...(each.hint && { note: each.hint }),
          },
        ],
      });
    });
}
