import type { Severity } from '../../domain/rules.js';
import type { Language } from '../../domain/text.js';
import { say } from '../model/words.js';
import { areaWord } from '../outcomes/area-word.js';
import { findingDetails } from '../outcomes/finding-text.js';
import { nistControls } from '../outcomes/nist-controls.js';
import {
  type AgencyOutcomes,
  type RuleOutcomes,
  type SubjectOutcome,
  worstOutcome,
} from '../outcomes/rule-outcomes.js';
import type { HdfControl, HdfResult } from './hdf.js';

/**
 * Impacts that Heimdall reads back as the same severity (inspecjs `convertImpactToSeverity`); it has no word below low. A
 * rule whose severity isn't known counts as medium: 0 would make it not applicable.
 */
const impacts: Readonly<Record<Severity, number>> = {
  critical: 0.9,
  high: 0.7,
  medium: 0.5,
  low: 0.3,
  info: 0.1,
};
const usualImpact = impacts.medium;

const statuses: Readonly<Record<SubjectOutcome['outcome'], HdfResult['status']>> = {
  pass: 'passed',
  fail: 'failed',
  partial: 'failed',
  unknown: 'skipped',
  not_applicable: 'skipped',
  error: 'error',
};

/** What all controls of a report share. */
export interface HdfContext {
  readonly language: Language;
  /** When the law of the date begins to bind: an instant. */
  readonly start: string;
}

/**
 * A rule on an agency as a control. Its id holds the agency's, since readers take two controls of one id for one.
 * Heimdall calls a control passed when one result passed and none failed, whatever was skipped; so where something is
 * unknown, passes are told in a description instead and the control stays "not reviewed". `waiver_data` isn't written.
 */
export function hdfControl(
  agency: AgencyOutcomes,
  rule: RuleOutcomes,
  context: HdfContext,
): HdfControl {
  const { language } = context;
  const worst = worstOutcome(rule);
  const shown = rule.outcomes.filter(({ outcome }) => isShown(outcome, worst));
  const passing = rule.outcomes.filter((each) => each.outcome === 'pass' && !shown.includes(each));
  const legalBasis = rule.citations.map(withCertainty).join('; ');
  const described = [
    ['default', rule.expected || rule.title],
    ['check', rule.expected],
    ['fix', rule.remediation],
    ['rationale', legalBasis],
    ['passing', passing.map((each) => subjectText(each)).join('\n')],
  ] as const;
  return {
    id: controlId(agency, rule),
    title: rule.title,
    desc: [rule.expected || rule.title, agency.name].join('\n'),
    descriptions: described.flatMap(([label, data]) => (data === '' ? [] : [{ label, data }])),
    impact:
      worst === 'not_applicable'
        ? 0
        : rule.severity === null
          ? usualImpact
          : impacts[rule.severity],
    refs: rule.citations.map((citation) => ({ ref: withCertainty(citation) })),
    tags: tagsOf(agency, rule, language),
    code: '',
    source_location: {},
    results: shown.map((each) => resultOf(each, context)),
  };
}

/** A control's id: unique in the report. */
function controlId(agency: Pick<AgencyOutcomes, 'id'>, rule: { readonly rule: string }): string {
  return `${agency.id}/${rule.rule}`;
}

/** What doesn't apply is shown only where nothing applies; passes, only where nothing is unknown without a failure. */
function isShown(outcome: SubjectOutcome['outcome'], worst: SubjectOutcome['outcome']): boolean {
  if (outcome === 'not_applicable') return worst === 'not_applicable';
  return outcome !== 'pass' || worst !== 'unknown';
}

function tagsOf(agency: AgencyOutcomes, rule: RuleOutcomes, language: Language) {
  const nist = nistControls(rule.citations.map(({ text }) => text));
  return {
    ...(nist.length > 0 ? { nist } : {}),
    ...(rule.severity === null ? {} : { severity: rule.severity }),
    rule: rule.rule,
    agency: agency.id,
    agency_name: agency.name,
    area: areaWord(rule.area, language),
    citations: rule.citations.map(withCertainty),
  };
}

function withCertainty({ text, certaintyWord }: RuleOutcomes['citations'][number]): string {
  return certaintyWord === null ? text : `${text} (${certaintyWord})`;
}

function subjectText({ subject: { kind, id, name }, text }: SubjectOutcome): string {
  return kind === 'agency' ? `${name}: ${text}` : `${name} (${id}): ${text}`;
}

function resultOf(each: SubjectOutcome, { language, start }: HdfContext): HdfResult {
  const { finding, outcome } = each;
  const status = statuses[outcome];
  const message = [
    say(language, `report.outcome.${outcome}`),
    each.text,
    ...(finding ? findingDetails(finding, language) : []),
  ].join('\n');
  return {
    status,
    code_desc: subjectText(each),
    ...(status === 'skipped' ? { skip_message: message } : { message }),
    resource: each.subject.kind,
    resource_id: finding?.id ?? each.subject.id,
    run_time: 0,
    start_time: start,
  };
}
