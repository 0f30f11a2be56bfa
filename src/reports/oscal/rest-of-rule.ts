import { wordOf } from '../model/words.js';
import { nameUuid } from '../outcomes/name-uuid.js';
import {
  type AgencyOutcomes,
  type RuleOutcomes,
  type SubjectOutcome,
  worstOutcome,
} from '../outcomes/rule-outcomes.js';
import { type FindingContext, objectiveId } from './finding-parts.js';
import { markup, markupLine, propertyValue } from './markup.js';
import { type OscalFinding, type OscalObservation, property, toolOrigin } from './oscal.js';
import { partyUuid } from './subjects.js';

/**
 * What a rule gave on an agency besides findings, as one observation: passes, what doesn't apply, and what is only counted.
 * It becomes a finding of its own where no finding tells of the rule: satisfied only when everything passes, and never for
 * what doesn't apply, which OSCAL's two states can't say. Undefined when there is nothing besides findings.
 */
export function restOf(
  agency: AgencyOutcomes,
  rule: RuleOutcomes,
  { language, asOf, collected, tool }: FindingContext,
): { readonly observation: OscalObservation; readonly finding?: OscalFinding } | undefined {
  const rest = rule.outcomes.filter(({ finding }) => finding === null);
  if (rest.length === 0) return undefined;
  const worst = worstOutcome(rule);
  const word = wordOf('report.outcome', worst, language);
  const observation: OscalObservation = {
    uuid: nameUuid('observation', asOf, agency.id, rule.rule),
    title: markupLine(`${rule.rule}: ${agency.name}`),
    description: markup(...rest.map((each) => lineOf(each))),
    props: [
      property('rule', propertyValue(rule.rule)),
      property('agency', propertyValue(agency.id)),
    ],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    origins: [toolOrigin(tool)],
    subjects: [
      { 'subject-uuid': partyUuid(agency.id), type: 'party', title: markupLine(agency.name) },
    ],
    collected,
  };
  if (worst === 'not_applicable' || rest.length < rule.outcomes.length) return { observation };
  return {
    observation,
    finding: {
      uuid: nameUuid('finding', asOf, agency.id, rule.rule),
      title: markupLine(`${rule.rule}: ${rule.title}`),
      description: markup(rule.expected || rule.title, word),
      props: [
        property('rule', propertyValue(rule.rule)),
        property('outcome', worst),
        property('agency', propertyValue(agency.id)),
        property('area', rule.area),
      ],
      origins: [toolOrigin(tool)],
      target: {
        type: 'objective-id',
        'target-id': objectiveId(rule.rule),
        title: markupLine(rule.title),
        status: {
          state: worst === 'pass' ? 'satisfied' : 'not-satisfied',
          reason:
            worst === 'pass' ? 'pass' : worst === 'fail' || worst === 'partial' ? 'fail' : 'other',
          remarks: markup(word),
        },
      },
      'related-observations': [{ 'observation-uuid': observation.uuid }],
    },
  };
}

function lineOf({ subject, text }: SubjectOutcome): string {
  return subject.kind === 'agency' ? text : `${subject.name} (${subject.id}): ${text}`;
}
