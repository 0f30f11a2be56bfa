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
import type { AgencyResult, EndpointSummary } from './assessment.js';
import { isShort, maxDaysApart } from './second-source.js';

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
  'IN-09': {
    title: 'audit.rule.dates_apart',
    remediation: 'audit.rule.dates_apart.do',
    severity: 'low',
  },
  'IN-10': {
    title: 'audit.rule.estimate',
    remediation: 'audit.rule.estimate.do',
    severity: 'medium',
  },
  'IN-11': {
    title: 'audit.rule.register_short',
    remediation: 'audit.rule.register_short.do',
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

/** A register may be so many percent short of the exports: a machine counted twice, one bought this week. */
const registerSlackPercent = 5;

/** How many machines an agency leaves out of the count. */
export function excludedCount({ excluded }: EndpointSummary): number {
  return excluded.reduce((sum, each) => sum + each.count, 0);
}

/** Whether that is more than a few, and more than the share that needs no question. */
export function excludesMany(endpoints: EndpointSummary): boolean {
  const excluded = excludedCount(endpoints);
  return excluded > fewExclusions && excluded * 100 > exclusionCapPercent * endpoints.found;
}

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
  if (excludesMany(endpoints)) {
    const excluded = excludedCount(endpoints);
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
  for (const [rule, found] of populationDoubts(endpoints)) {
    findings.push(finding(rule, 'unknown', found));
  }
  return [...findings, ...fileFindings(diagnostics, agency, finding)];
}

/** What makes the number of an agency's machines doubtful, though it changes no figure. */
function populationDoubts(endpoints: EndpointSummary): (readonly [HandInRule, Message])[] {
  const { days_apart: apart, second_source: sides, declared } = endpoints;
  const shown = endpoints.found - endpoints.out_of_scope;
  return [
    ...(apart !== undefined && apart > maxDaysApart
      ? [
          [
            'IN-09',
            message('audit.finding.dates_apart', { days: apart, limit: maxDaysApart }),
          ] as const,
        ]
      : []),
    ...(sides && isShort(sides)
      ? [
          [
            'IN-10',
            message('audit.finding.estimate', {
              register: sides.register,
              console: sides.console,
              both: sides.both,
              estimate: sides.estimate ?? 0,
            }),
          ] as const,
        ]
      : []),
    ...(declared && 100 * shown > (100 + registerSlackPercent) * declared.count
      ? [
          [
            'IN-11',
            message('audit.finding.register_short', { declared: declared.count, shown }),
          ] as const,
        ]
      : []),
  ];
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
