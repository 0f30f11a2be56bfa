import { writeXml, type XmlElement } from '../../documents/write-xml.js';
import type { Severity } from '../../domain/rules.js';
import type { Language } from '../../domain/text.js';
import type { Report } from '../format.js';
import { say } from '../model/words.js';
import { agencyOutcomes } from '../outcomes/agency-outcomes.js';
import { areaWord } from '../outcomes/area-word.js';
import { startOfDay } from '../outcomes/instant.js';
import { oneLine, visibleText } from '../outcomes/interchange-json.js';
import type { RuleOutcomes } from '../outcomes/rule-outcomes.js';
import type { ReportModel } from '../report-model.js';
import { checkSystem, testResult } from './test-result.js';
import { groupId, ruleId, xccdfId } from './xccdf-id.js';

/** XCCDF knows nothing above high. */
const severities: Readonly<Record<Severity, string>> = {
  critical: 'high',
  high: 'high',
  medium: 'medium',
  low: 'low',
  info: 'info',
};

/**
 * A report as an XCCDF 1.2 benchmark (NISTIR 7275 r4) with one test result an agency: the rules that gave a result
 * anywhere, and for each of them one `rule-result` a subject. "incomplete", since rules without any result aren't in it.
 */
export function xccdf(report: Report): string {
  const { language } = report;
  const model = report.model(language);
  const agencies = agencyOutcomes(report);
  const rules = worstOfEach(agencies.flatMap((agency) => agency.rules));
  const areas = [...new Set(rules.map(({ area }) => area))];
  const rows = new Map(model.agencies.map((agency) => [agency.id, agency]));
  return writeXml({
    name: 'Benchmark',
    attributes: {
      xmlns: 'http://checklists.nist.gov/xccdf/1.2',
      id: xccdfId('benchmark', model.asOfDate),
      resolved: 'true',
      'xml:lang': language,
    },
    children: [
      { name: 'status', attributes: { date: model.asOfDate }, children: ['incomplete'] },
      element('title', model.title),
      element('description', [model.asOf, model.scope ?? '', ...model.remarks].join('\n')),
      element('version', packsText(model)),
      {
        name: 'metadata',
        children: [
          dublinCore('title', model.title),
          dublinCore('creator', 'tuanthu'),
          dublinCore('publisher', model.letterhead.issuer ?? model.title),
          dublinCore('date', model.asOfDate),
        ],
      },
      ...areas.map((area) => ({
        name: 'Group',
        attributes: { id: groupId(area) },
        children: [
          element('title', areaWord(area, language)),
          ...rules.filter((rule) => rule.area === area).map((rule) => ruleElement(rule, language)),
        ],
      })),
      ...agencies.map((agency) =>
        testResult(agency, rows.get(agency.id), model, startOfDay(model.asOfDate)),
      ),
    ],
  });
}

/** Each rule once, as the agency has it on which it is the most severe and says most. */
function worstOfEach(all: readonly RuleOutcomes[]): readonly RuleOutcomes[] {
  const found = new Map<string, RuleOutcomes>();
  for (const rule of all) {
    const other = found.get(rule.rule);
    if (!other || (other.remediation === '' && rule.remediation !== '')) found.set(rule.rule, rule);
  }
  return [...found.values()];
}

function ruleElement(rule: RuleOutcomes, language: Language): XmlElement {
  const { severity } = rule;
  return {
    name: 'Rule',
    attributes: {
      id: ruleId(rule.rule),
      severity: severity === null ? 'unknown' : severities[severity],
      multiple: 'true',
    },
    children: [
      element('title', `${rule.rule}: ${rule.title}`),
      element('description', rule.expected || rule.title),
      ...rule.citations.map(({ text, certaintyWord }) =>
        element('reference', certaintyWord === null ? text : `${text} (${certaintyWord})`),
      ),
      ...(severity === 'critical'
        ? [element('rationale', say(language, 'report.severity.critical'))]
        : []),
      ...(rule.remediation === '' ? [] : [element('fixtext', rule.remediation)]),
      { name: 'check', attributes: { system: checkSystem } },
    ],
  };
}

function packsText({ packs, asOfDate }: ReportModel): string {
  const inForce = packs.filter(({ inForce: binds }) => binds);
  return inForce.map(({ id, version }) => `${id} ${version}`).join(', ') || asOfDate;
}

function dublinCore(name: string, text: string): XmlElement {
  return {
    name: `dc:${name}`,
    attributes: { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    children: [oneLine(text)],
  };
}

function element(name: string, text: string): XmlElement {
  return { name, children: [name === 'title' ? oneLine(text) : visibleText(text)] };
}
