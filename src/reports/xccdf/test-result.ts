import type { XmlElement } from '../../documents/write-xml.js';
import { say } from '../model/words.js';
import { findingDetails } from '../outcomes/finding-text.js';
import { oneLine, visibleText } from '../outcomes/interchange-json.js';
import {
  type AgencyOutcomes,
  type SubjectOutcome,
  worstOutcome,
} from '../outcomes/rule-outcomes.js';
import type { ReportAgency, ReportModel } from '../report-model.js';
import { ruleId, xccdfId } from './xccdf-id.js';

/** Who checked: this program, by the rule packs that the version names. */
export const checkSystem = 'urn:tuanthu:rules';

const results: Readonly<Record<SubjectOutcome['outcome'], string>> = {
  pass: 'pass',
  fail: 'fail',
  partial: 'fail',
  unknown: 'unknown',
  not_applicable: 'notapplicable',
  error: 'error',
};

/** The result of one agency; `row` is undefined for what belongs to no agency. */
export function testResult(
  agency: AgencyOutcomes,
  row: ReportAgency | undefined,
  model: ReportModel,
  time: string,
): XmlElement {
  return {
    name: 'TestResult',
    attributes: {
      id: xccdfId('testresult', agency.id),
      'end-time': time,
      'test-system': 'tuanthu',
      version: model.asOfDate,
    },
    children: [
      element('title', agency.name),
      element('organization', model.letterhead.issuer ?? model.title),
      element('target', agency.name || agency.id),
      {
        name: 'target-facts',
        children: [
          fact('agency', agency.id),
          ...(row ? [fact('verdict', row.verdict), fact('submission', row.submission)] : []),
        ],
      },
      ...agency.rules.flatMap((rule) =>
        rule.outcomes.map((each) => ruleResult(rule.rule, each, model, time)),
      ),
      ...scores(agency, row, model),
    ],
  };
}

function ruleResult(
  rule: string,
  each: SubjectOutcome,
  { language }: ReportModel,
  time: string,
): XmlElement {
  const { outcome, subject, text, finding } = each;
  const lines = [
    say(language, `report.outcome.${outcome}`),
    text,
    ...(finding ? findingDetails(finding, language) : []),
  ];
  return {
    name: 'rule-result',
    attributes: { idref: ruleId(rule), time },
    children: [
      { name: 'result', children: [results[outcome]] },
      ...(finding
        ? [
            {
              name: 'ident',
              attributes: { system: 'urn:tuanthu:finding' },
              children: [oneLine(finding.id)],
            },
            {
              name: 'ident',
              attributes: { system: 'urn:tuanthu:severity' },
              children: [finding.severity],
            },
          ]
        : []),
      {
        name: 'message',
        attributes: {
          severity: outcome === 'pass' || outcome === 'not_applicable' ? 'info' : 'error',
        },
        children: [visibleText(lines.join('\n'))],
      },
      {
        name: 'instance',
        attributes: { context: `urn:tuanthu:${subject.kind}` },
        children: [
          oneLine(subject.name === subject.id ? subject.id : `${subject.name} (${subject.id})`),
        ],
      },
      { name: 'check', attributes: { system: checkSystem } },
    ],
  };
}

/**
 * First the score that XCCDF defines as flat and unweighted: how many of the rules that apply pass on every subject. Then the
 * targets, which are what the agency is measured by; one without data has no score.
 */
function scores(
  agency: AgencyOutcomes,
  row: ReportAgency | undefined,
  { targets }: ReportModel,
): readonly XmlElement[] {
  const worst = agency.rules.map(worstOutcome).filter((outcome) => outcome !== 'not_applicable');
  const passed = worst.filter((outcome) => outcome === 'pass').length;
  return [
    score('urn:xccdf:scoring:flat-unweighted', passed, worst.length),
    ...targets.flatMap(({ id }, index) => {
      const cell = row?.cells[index];
      return cell && cell.denominator > 0
        ? [score(`urn:tuanthu:target:${encodeURIComponent(id)}`, cell.numerator, cell.denominator)]
        : [];
    }),
  ];
}

function score(system: string, value: number, maximum: number): XmlElement {
  return { name: 'score', attributes: { system, maximum }, children: [String(value)] };
}

function fact(name: string, value: string): XmlElement {
  return {
    name: 'fact',
    attributes: { name: `urn:tuanthu:fact:${name}`, type: 'string' },
    children: [value],
  };
}

function element(name: string, text: string): XmlElement {
  return { name, children: [oneLine(text)] };
}
