import type { Assessment } from '../../audit/assessment.js';
import { nameUuid } from '../outcomes/name-uuid.js';
import { pathUri } from '../outcomes/path-uri.js';
import type { ReportFinding, ReportModel } from '../report-model.js';
import { markup, markupLine, propertyValue } from './markup.js';
import { type OscalSubjectReference, property } from './oscal.js';

const states: Readonly<Record<string, string>> = {
  planned: 'under-development',
  building: 'under-development',
  operating: 'operational',
  retired: 'disposition',
};

/**
 * What findings are about, as OSCAL knows it: an agency is a party, a system a component, an endpoint an inventory item, a
 * file a resource. The party of the province stands for what belongs to no agency.
 */
export function subjectOf({ subject, agency }: ReportFinding): OscalSubjectReference {
  const title = markupLine(subject.name);
  const owner = agency?.id ?? '';
  switch (subject.kind) {
    case 'agency':
      return { 'subject-uuid': partyUuid(subject.id), type: 'party', title };
    case 'system':
      return { 'subject-uuid': nameUuid('system', owner, subject.id), type: 'component', title };
    case 'endpoint':
      return {
        'subject-uuid': nameUuid('endpoint', owner, subject.id),
        type: 'inventory-item',
        title,
      };
    case 'file':
      return { 'subject-uuid': nameUuid('file', owner, subject.id), type: 'resource', title };
  }
}

/** UUID of an agency's party. */
export function partyUuid(agency: string): string {
  return nameUuid('agency', agency);
}

/** The agencies of a report, and whoever else a finding is about, each once. */
export function parties({ agencies, findings }: ReportModel) {
  const found = new Map(agencies.map(({ id, name }) => [id, name]));
  for (const { subject, agency } of findings) {
    if (subject.kind === 'agency' && !found.has(subject.id)) found.set(subject.id, subject.name);
    if (agency && !found.has(agency.id)) found.set(agency.id, agency.name);
  }
  return [...found].map(([id, name]) => ({
    uuid: partyUuid(id),
    type: 'organization',
    name: propertyValue(name),
    'short-name': propertyValue(id),
  }));
}

/** The systems that findings are about, as components. */
export function components(findings: readonly ReportFinding[], { agencies }: ReportModel) {
  const systems = new Map(
    agencies.flatMap(({ id: agency, systems: own }) =>
      own.map((system) => [JSON.stringify([agency, system.id]), system] as const),
    ),
  );
  return once(findings, 'system').map(({ finding, uuid }) => {
    const { id, name } = finding.subject;
    const system = systems.get(JSON.stringify([finding.agency?.id, id]));
    return {
      uuid,
      type: 'system',
      title: markupLine(name),
      description: markup(name, finding.agency?.name ?? ''),
      props: [property('system', propertyValue(id))],
      status: { state: states[system?.lifecycle ?? ''] ?? 'other' },
    };
  });
}

/** The endpoints that findings are about, as inventory items. */
export function inventoryItems(findings: readonly ReportFinding[]) {
  return once(findings, 'endpoint').map(({ finding: { subject, agency }, uuid }) => ({
    uuid,
    description: markup(subject.name, agency?.name ?? ''),
    props: [property('endpoint', propertyValue(subject.id))],
  }));
}

/** What was read, with digests, and the files that findings are about. */
export function resources(findings: readonly ReportFinding[], inputs: Assessment['inputs']) {
  return [
    ...inputs.map(({ path, sha256 }) => ({
      uuid: nameUuid('input', path),
      title: markupLine(path),
      rlinks: [{ href: pathUri(path), hashes: [{ algorithm: 'SHA-256', value: sha256 }] }],
    })),
    ...once(findings, 'file').map(({ finding: { subject }, uuid }) => ({
      uuid,
      title: markupLine(subject.name),
      rlinks: [{ href: pathUri(subject.name) }],
    })),
  ];
}

function once(findings: readonly ReportFinding[], kind: ReportFinding['subject']['kind']) {
  const found = new Map<string, ReportFinding>();
  for (const finding of findings) {
    if (finding.subject.kind !== kind) continue;
    const { 'subject-uuid': uuid } = subjectOf(finding);
    if (!found.has(uuid)) found.set(uuid, finding);
  }
  return [...found].map(([uuid, finding]) => ({ uuid, finding }));
}
