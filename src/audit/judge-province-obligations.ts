import type { Duration, IsoDate } from '../domain/dates.js';
import { dateOfInstant, parseInstant } from '../domain/instants.js';
import type { Level } from '../domain/rules.js';
import type { DutyDone, InformationSystem } from '../domain/systems.js';
import type { Holidays } from '../domain/working-days.js';
import type { RecordPlace } from '../intake/agencies.js';
import type { AgencySubmission } from '../intake/submission.js';
import {
  type ObligationEvent,
  obligationsInForce,
  type PackObligation,
} from '../packs/obligations.js';
import { judgeObligation } from '../systems/judge-obligations.js';
import type { SystemResult } from '../systems/judge-system.js';
import type { ObligationContext, ObligationSubjectFacts } from '../systems/obligation-case.js';
import {
  agencyFacts,
  assessmentFacts,
  changeFacts,
  incidentFacts,
  obligationFacts,
} from '../systems/obligation-facts.js';
import type { ObligationResult } from '../systems/obligation-result.js';
import { requirementRhythms } from '../systems/rhythms.js';
import type { JudgedSystem, Province } from './read-province.js';

/** One obligation of one subject, judged. Agency and system are null for what is the province's as a whole. */
export interface JudgedObligation {
  readonly stated: PackObligation;
  readonly agency: { readonly id: string; readonly name: string } | null;
  readonly system: { readonly id: string; readonly name: string } | null;
  /** Where the subject says what it says: its entry, its inventory; null when there is none. */
  readonly at: RecordPlace | null;
  readonly result: ObligationResult;
}

/**
 * Every obligation in force for every subject: each system of the agencies wanted, each of these agencies and, when all are
 * wanted, the province, for which a record in any inventory counts. In that order, obligations in the order of the packs.
 * What doesn't apply is among the results.
 */
export function judgeProvinceObligations(
  province: Pick<Province, 'packs' | 'chosen' | 'submissions' | 'asOf'>,
  judged: ReadonlyMap<string, readonly JudgedSystem[]>,
  options: { readonly holidays: Holidays; readonly soon: Duration },
): readonly JudgedObligation[] {
  const { packs, chosen, submissions, asOf } = province;
  const all = obligationsInForce(packs, asOf);
  const of = (subject: PackObligation['obligation']['subject']) =>
    all.filter((each) => each.obligation.subject === subject);
  const context: ObligationContext = { asOf, ...options };
  const whole = chosen.length === submissions.agencies.length;
  return [
    ...chosen.flatMap((submission) => {
      const { id, name } = submission.agency;
      const agency = { id, name };
      const systems = judged.get(id) ?? [];
      return [
        ...systems.flatMap((each) => ofSystem(each, agency, of('system'), context)),
        ...of('agency').map((stated) => ({
          stated,
          agency,
          system: null,
          at: inventoryPlace(submission),
          result: judgeObligation(stated, agencySubject(submission, systems, asOf), context),
        })),
      ];
    }),
    ...(whole ? of('province') : []).map((stated) => ({
      stated,
      agency: null,
      system: null,
      at: null,
      result: judgeObligation(stated, provinceSubject(submissions.agencies, asOf), context),
    })),
  ];
}

function ofSystem(
  { system, result }: JudgedSystem,
  agency: NonNullable<JudgedObligation['agency']>,
  obligations: readonly PackObligation[],
  context: ObligationContext,
): readonly JudgedObligation[] {
  const { id, name } = system;
  const rhythms = result.requirements ? requirementRhythms(result.requirements) : undefined;
  return obligations.flatMap((stated) => {
    const known = {
      level: bindingLevel(result),
      transitionCase: result.standing.case ?? undefined,
      planStatus: planStatusBy(stated.pack, result, system),
    };
    const whole: ObligationSubjectFacts = {
      facts: obligationFacts(system, known, context.asOf),
      records: system.dutiesDone,
      // A rhythm is that of its own pack's catalogue.
      rhythms: result.requirements?.pack === stated.pack ? rhythms : undefined,
    };
    const { forEach } = stated.obligation;
    const subjects = forEach ? events(system, forEach, whole, context.asOf) : [whole];
    return subjects.map((subject) => ({
      stated,
      agency,
      system: { id, name },
      at: system.at,
      result: judgeObligation(stated, subject, context),
    }));
  });
}

/** The system's subject once for each of its events, with the event's facts beside its own. Those to come don't count. */
function events(
  system: InformationSystem,
  kind: ObligationEvent,
  whole: ObligationSubjectFacts,
  asOf: IsoDate,
): readonly ObligationSubjectFacts[] {
  const subject = (
    facts: ObligationSubjectFacts['facts'],
    label: string,
    on: IsoDate | undefined,
  ): readonly ObligationSubjectFacts[] =>
    on !== undefined && on > asOf
      ? []
      : [{ ...whole, facts: { ...whole.facts, ...facts }, event: { label, on } }];
  switch (kind) {
    case 'incident':
      return system.incidents.flatMap((each) => {
        const moment = parseInstant(each.detectedAt);
        const on = moment === undefined ? undefined : dateOfInstant(moment);
        return subject(incidentFacts(each, asOf), each.id, on);
      });
    case 'change':
      return system.changes.flatMap((each) =>
        subject(changeFacts(each, system, asOf), `${each.trigger} ${each.date}`, each.date),
      );
    case 'assessment':
      return system.assessments.flatMap((each) =>
        subject(assessmentFacts(each), `${each.kind} ${each.date}`, each.date),
      );
  }
}

/** The level that binds: approved, else computed, else declared. */
function bindingLevel(result: SystemResult): Level | undefined {
  const { approvedLevel, classification, declaredLevel } = result;
  return approvedLevel ?? classification?.computedLevel ?? declaredLevel ?? undefined;
}

/**
 * How far the plan is carried out by the law of one pack: as judged, where that pack judged the approval; by the answers on
 * its catalogue, where it has one for the system; for another law than that of the catalogue, what the inventory declares,
 * which no later standard can undo.
 */
function planStatusBy(pack: string, result: SystemResult, system: InformationSystem) {
  const { standing, requirements, planStatus } = result;
  const otherLaw = requirements !== null && requirements.pack !== pack;
  if (!otherLaw && standing.approvalBy === pack) return planStatus ?? undefined;
  if (requirements?.pack === pack) return requirements.planStatus ?? undefined;
  return system.securityPlan?.status;
}

function agencySubject(
  { inventory }: AgencySubmission,
  systems: readonly JudgedSystem[],
  asOf: IsoDate,
): ObligationSubjectFacts {
  const levels = inventory
    ? systems.map(({ result }) => ({ level: bindingLevel(result) }))
    : undefined;
  return { facts: agencyFacts(levels, asOf), records: inventory?.dutiesDone };
}

function provinceSubject(
  agencies: readonly AgencySubmission[],
  asOf: IsoDate,
): ObligationSubjectFacts {
  const inventories = agencies.flatMap(({ inventory }) => inventory ?? []);
  const records: readonly DutyDone[] = inventories.flatMap((each) => each.dutiesDone);
  return { facts: { as_of: asOf }, records: inventories.length > 0 ? records : undefined };
}

function inventoryPlace({ inventory }: AgencySubmission): RecordPlace | null {
  return inventory && { path: inventory.path, line: 1, pointer: '' };
}
