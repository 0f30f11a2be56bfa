import type { Language } from '../../domain/text.js';
import { say } from '../model/words.js';
import { endOfDay } from '../outcomes/instant.js';
import { nameToken } from '../outcomes/name-token.js';
import { nameUuid } from '../outcomes/name-uuid.js';
import { pathUri } from '../outcomes/path-uri.js';
import type { ReportFinding } from '../report-model.js';
import { markup, markupLine, propertyValue } from './markup.js';
import {
  type OscalFinding,
  type OscalObservation,
  type OscalProperty,
  type OscalRisk,
  type OscalSubjectReference,
  property,
  toolOrigin,
} from './oscal.js';

/** What the parts of all findings share. */
export interface FindingContext {
  readonly language: Language;
  /** `YYYY-MM-DD` of the report; observations and findings of another date are others. */
  readonly asOf: string;
  /** When they were made. */
  readonly collected: string;
  /** UUID of the component that stands for this program. */
  readonly tool: string;
  readonly subject: (finding: ReportFinding) => OscalSubjectReference;
}

/** The objective that a rule checks, as a token. */
export function objectiveId(rule: string): string {
  return nameToken('rule_', rule);
}

/** UUIDs of what OSCAL makes of one finding. A risk is the same on every date. */
export function findingUuids(id: string, asOf: string) {
  return {
    finding: nameUuid('finding', asOf, id),
    observation: nameUuid('observation', asOf, id),
    risk: nameUuid('risk', id),
  };
}

/** Evidence and subject of a finding: what was seen. */
export function observationOf(finding: ReportFinding, context: FindingContext): OscalObservation {
  const { evidence, subject } = finding;
  return {
    uuid: findingUuids(finding.id, context.asOf).observation,
    title: markupLine(`${subject.kindWord}: ${subject.name}`),
    description: markup(finding.observed),
    props: [property('finding-id', propertyValue(finding.id))],
    methods: [subject.kind === 'endpoint' ? 'TEST' : 'EXAMINE'],
    types: ['control-objective'],
    origins: [toolOrigin(context.tool)],
    subjects: [context.subject(finding)],
    ...(evidence.length === 0
      ? {}
      : {
          'relevant-evidence': evidence.map(({ place, path, row, note, sha256 }) => {
            const props = [
              ...(sha256 === '' ? [] : [property('sha256', sha256)]),
              ...(row === null ? [] : [property('row', String(row))]),
            ];
            return {
              href: pathUri(path),
              description: markup(place, note),
              ...(props.length === 0 ? {} : { props }),
            };
          }),
        }),
    collected: context.collected,
  };
}

/**
 * The finding itself. Only `fail` and `partial` have the reason "fail"; what is unknown or couldn't be worked out is "other",
 * and not satisfied either: OSCAL has no third state.
 */
export function findingOf(finding: ReportFinding, context: FindingContext): OscalFinding {
  const { outcome } = finding;
  const uuids = findingUuids(finding.id, context.asOf);
  return {
    uuid: uuids.finding,
    title: markupLine(`${finding.rule}: ${finding.title}`),
    description: markup(finding.observed, finding.expected),
    props: findingProperties(finding),
    origins: [toolOrigin(context.tool)],
    target: {
      type: 'objective-id',
      'target-id': objectiveId(finding.rule),
      title: markupLine(finding.title),
      status: {
        state: 'not-satisfied',
        reason: outcome === 'fail' || outcome === 'partial' ? 'fail' : 'other',
        remarks: markup(finding.outcomeWord),
      },
    },
    'related-observations': [{ 'observation-uuid': uuids.observation }],
    'related-risks': [{ 'risk-uuid': uuids.risk }],
  };
}

/** What the finding endangers, what to do and by when. */
export function riskOf(finding: ReportFinding, context: FindingContext): OscalRisk {
  const { id, dueDate, remediation, outcome } = finding;
  const uuids = findingUuids(id, context.asOf);
  const deadline = dueDate === null ? undefined : endOfDay(dueDate);
  const todo = say(context.language, 'report.tool.remediation', { text: finding.title });
  return {
    uuid: uuids.risk,
    title: markupLine(`${finding.title}: ${finding.subject.name}`),
    description: markup(finding.observed),
    statement: markup(finding.expected || finding.title, finding.legalBasis),
    props: [property('finding-id', propertyValue(id))],
    status: outcome === 'fail' || outcome === 'partial' ? 'open' : 'investigating',
    origins: [toolOrigin(context.tool)],
    characterizations: [
      {
        origin: toolOrigin(context.tool),
        facets: [
          { name: 'severity', system: 'http://csrc.nist.gov/ns/oscal', value: finding.severity },
        ],
      },
    ],
    ...(deadline === undefined ? {} : { deadline }),
    ...(remediation === '' && deadline === undefined
      ? {}
      : {
          remediations: [
            {
              uuid: nameUuid('remediation', id),
              lifecycle: 'recommendation',
              title: markupLine(todo),
              description: markup(remediation || finding.title),
              ...(deadline === undefined
                ? {}
                : {
                    tasks: [
                      {
                        uuid: nameUuid('milestone', id),
                        type: 'milestone',
                        title: markupLine(todo),
                        timing: { 'on-date': { date: deadline } },
                      },
                    ],
                  }),
            },
          ],
        }),
    'related-observations': [{ 'observation-uuid': uuids.observation }],
  };
}

/** A finding's facts as properties. */
export function findingProperties(finding: ReportFinding): readonly OscalProperty[] {
  const { agency, system, basis, requirementGroup, dueDate } = finding;
  const optional: readonly (readonly [string, string | null])[] = [
    ['agency', agency?.id ?? null],
    ['agency-name', agency?.name ?? null],
    ['system', system],
    ['requirement-group', requirementGroup],
    ['basis', basis],
    ['due', dueDate],
  ];
  return [
    property('finding-id', propertyValue(finding.id)),
    property('rule', propertyValue(finding.rule)),
    property('outcome', finding.outcome),
    property('severity', finding.severity),
    property('area', finding.area),
    property('count', String(finding.count)),
    ...optional.flatMap(([name, value]) =>
      value === null ? [] : [property(name, propertyValue(value))],
    ),
    ...(finding.daysLate > 0 ? [property('days-late', String(finding.daysLate))] : []),
    ...finding.citations.map(({ text, certainty }) =>
      property('citation', propertyValue(text), certainty),
    ),
  ];
}
