import type { Report } from '../format.js';
import { say } from '../model/words.js';
import { startOfDay } from '../outcomes/instant.js';
import { nameUuid } from '../outcomes/name-uuid.js';
import type { ReportFinding, ReportModel } from '../report-model.js';
import { documentUuid } from './assessment-results.js';
import { assessmentAssets, listed, metadata } from './document.js';
import {
  type FindingContext,
  findingOf,
  findingProperties,
  findingUuids,
  observationOf,
  riskOf,
} from './finding-parts.js';
import { markup, markupLine } from './markup.js';
import { property } from './oscal.js';
import { components, inventoryItems, resources, subjectOf } from './subjects.js';

/**
 * A report as an OSCAL plan of action and milestones: one item a finding, with its risk, what to do and by when. An item
 * keeps its UUID from one assessment to the next. OSCAL has no plan without items: without findings the one item says so.
 */
export function poam(report: Report): object {
  const { language, assessment } = report;
  const model = report.model(language);
  const { findings, asOfDate: asOf } = model;
  const tool = nameUuid('tool', asOf);
  const context: FindingContext = {
    language,
    asOf,
    collected: startOfDay(asOf),
    tool,
    subject: subjectOf,
  };
  const body = {
    metadata: metadata(say(language, 'report.tool.oscal_poam'), model),
    'system-id': { 'identifier-type': 'urn:tuanthu:assessment', id: `tuanthu-${asOf}` },
    'local-definitions': {
      ...listed('components', components(findings, model)),
      ...listed('inventory-items', inventoryItems(findings)),
      'assessment-assets': assessmentAssets(tool),
    },
    ...listed(
      'observations',
      findings.map((finding) => observationOf(finding, context)),
    ),
    ...listed(
      'risks',
      findings.map((finding) => riskOf(finding, context)),
    ),
    ...listed(
      'findings',
      findings.map((finding) => findingOf(finding, context)),
    ),
    'poam-items':
      findings.length === 0 ? [nothing(model)] : findings.map((finding) => item(finding, asOf)),
    ...backMatter(resources(findings, assessment.inputs)),
  };
  return { 'plan-of-action-and-milestones': { uuid: documentUuid(body), ...body } };
}

function item(finding: ReportFinding, asOf: string): object {
  const { id, title, subject, observed, remediation } = finding;
  const uuids = findingUuids(id, asOf);
  return {
    uuid: nameUuid('poam-item', id),
    title: markupLine(`${title}: ${subject.name}`),
    description: markup(observed),
    props: findingProperties(finding),
    'related-findings': [{ 'finding-uuid': uuids.finding }],
    'related-observations': [{ 'observation-uuid': uuids.observation }],
    'related-risks': [{ 'risk-uuid': uuids.risk }],
    ...(remediation === '' ? {} : { remarks: markup(remediation) }),
  };
}

function nothing({ language }: ReportModel): object {
  const text = say(language, 'report.tool.oscal_no_findings');
  return {
    uuid: nameUuid('poam-item'),
    title: markupLine(text),
    description: markup(text),
    props: [property('no-findings', 'true')],
  };
}

function backMatter(found: readonly object[]): object {
  return found.length === 0 ? {} : { 'back-matter': { resources: found } };
}
