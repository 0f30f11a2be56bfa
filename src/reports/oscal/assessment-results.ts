import { createHash } from 'node:crypto';
import type { Language } from '../../domain/text.js';
import type { Report } from '../format.js';
import { say } from '../model/words.js';
import { agencyOutcomes } from '../outcomes/agency-outcomes.js';
import { startOfDay } from '../outcomes/instant.js';
import { nameUuid } from '../outcomes/name-uuid.js';
import type { AgencyOutcomes, RuleOutcomes } from '../outcomes/rule-outcomes.js';
import type { ReportModel } from '../report-model.js';
import { assessmentAssets, listed, metadata } from './document.js';
import {
  type FindingContext,
  findingOf,
  objectiveId,
  observationOf,
  riskOf,
} from './finding-parts.js';
import { markup, markupLine } from './markup.js';
import { restOf } from './rest-of-rule.js';
import { components, inventoryItems, resources, subjectOf } from './subjects.js';

/**
 * A report as OSCAL assessment results: one result an agency. Each finding is a finding with its observation and risk; rules
 * that pass are satisfied findings. There is no OSCAL assessment plan: `import-ap` points at a resource that says so.
 */
export function assessmentResults(report: Report): object {
  const { language, assessment } = report;
  const model = report.model(language);
  const agencies = agencyOutcomes(report);
  const plan = nameUuid('plan', model.asOfDate);
  const body = {
    metadata: metadata(say(language, 'report.tool.oscal_ar'), model),
    'import-ap': { href: `#${plan}` },
    'local-definitions': objectives(agencies),
    results: results(agencies, model),
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: markupLine(say(language, 'report.tool.oscal_plan')),
          description: markup(
            ...model.packs
              .filter(({ inForce }) => inForce)
              .map(({ id, version, title }) => `${id} ${version}: ${title}`),
          ),
        },
        ...resources(model.findings, assessment.inputs),
      ],
    },
  };
  return { 'assessment-results': { uuid: documentUuid(body), ...body } };
}

/** A document's UUID: another one for other contents. */
export function documentUuid(body: object): string {
  return nameUuid('document', createHash('sha256').update(JSON.stringify(body)).digest('hex'));
}

/** The rules as objectives of this document, so that findings have something to point at. */
function objectives(agencies: readonly AgencyOutcomes[]): object {
  const rules = new Map(
    agencies.flatMap((agency) => agency.rules).map((rule) => [rule.rule, rule]),
  );
  const own = [...rules.values()].map(({ rule, title, expected }) => ({
    'control-id': objectiveId(rule),
    description: markup(title),
    parts: [
      { id: objectiveId(rule), name: 'assessment-objective', prose: markup(expected || title) },
    ],
  }));
  return listed('objectives-and-methods', own);
}

function results(agencies: readonly AgencyOutcomes[], model: ReportModel): readonly object[] {
  const start = startOfDay(model.asOfDate);
  const found = agencies
    .filter(({ rules }) => rules.length > 0)
    .map((agency) => result(agency, model, start));
  // A document must hold a result; of an assessment of nobody it is an empty one.
  return found.length > 0
    ? found
    : [
        {
          uuid: nameUuid('result', model.asOfDate, ''),
          title: markupLine(model.title),
          description: markup(model.scope ?? model.title),
          start,
          'reviewed-controls': { 'control-selections': [{ 'include-all': {} }] },
        },
      ];
}

function result(agency: AgencyOutcomes, model: ReportModel, collected: string): object {
  const { language, asOfDate: asOf } = model;
  const tool = nameUuid('tool', asOf, agency.id);
  const context: FindingContext = { language, asOf, collected, tool, subject: subjectOf };
  const findings = findingsOf(agency);
  const rest = agency.rules.flatMap((rule) => restOf(agency, rule, context) ?? []);
  return {
    uuid: nameUuid('result', asOf, agency.id),
    title: markupLine(agency.name),
    description: markup(agency.name, model.asOf, model.scope ?? ''),
    start: collected,
    'local-definitions': {
      ...listed('components', components(findings, model)),
      ...listed('inventory-items', inventoryItems(findings)),
      'assessment-assets': assessmentAssets(tool),
    },
    'reviewed-controls': reviewed(agency.rules, language),
    observations: [
      ...findings.map((finding) => observationOf(finding, context)),
      ...rest.map(({ observation }) => observation),
    ],
    ...listed(
      'risks',
      findings.map((finding) => riskOf(finding, context)),
    ),
    ...listed('findings', [
      ...findings.map((finding) => findingOf(finding, context)),
      ...rest.flatMap(({ finding }) => finding ?? []),
    ]),
  };
}

function findingsOf({ rules }: AgencyOutcomes) {
  return rules.flatMap(({ outcomes }) => outcomes.flatMap(({ finding }) => finding ?? []));
}

function reviewed(rules: readonly RuleOutcomes[], language: Language): object {
  const ids = rules.map(({ rule }) => objectiveId(rule));
  return {
    description: markup(say(language, 'report.tool.oscal_reviewed')),
    'control-selections': [{ 'include-controls': ids.map((id) => ({ 'control-id': id })) }],
    'control-objective-selections': [
      { 'include-objectives': ids.map((id) => ({ 'objective-id': id })) },
    ],
  };
}
