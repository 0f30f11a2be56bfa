import type { Level } from '../domain/rules.js';
import type { DossierDocument, InformationSystem } from '../domain/systems.js';
import { fold } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { Procedure } from '../packs/types.js';
import { because, type Derived, derived } from './derived.js';

/** Parts that a dossier of every level has, Decree 331/2026 Art. 21.1–21.4. */
const documentsOfEveryLevel: readonly DossierDocument[] = [
  'overview',
  'design',
  'level_justification',
  'security_plan',
];

/**
 * Whether the dossier lists all its parts; levels whose procedure asks for it also need the specialised unit's expert
 * opinion (Art. 21.5). No list = unknown. Without a level, a dossier that lacks only the opinion can't be told.
 */
export function dossierComplete(
  system: InformationSystem,
  procedure: Procedure,
  level: Level | undefined,
): Derived {
  const documents = system.dossier?.documents;
  if (!documents) return because(undefined, message('system.reason.documents_missing'));
  const missing = documentsOfEveryLevel.filter((each) => !documents.includes(each));
  if (missing.length > 0) return lacking(missing);
  if (documents.includes('expert_opinion')) return derived(true);
  const needed = procedure.levels.find((each) => each.level === level)?.expertOpinion;
  if (needed === undefined) return derived(undefined);
  return needed ? lacking(['expert_opinion']) : derived(true);
}

function lacking(documents: readonly DossierDocument[]): Derived {
  const first = documents.map((each) => message(`system.document.${each}`));
  const list = first.reduce((left, right) => message('system.list', { left, right }));
  return because(false, message('system.reason.documents_lacking', { documents: list }));
}

/**
 * Whether somebody other than the operating unit appraised (Art. 18.4). What the inventory says decides, unless the
 * appraiser's name is the operating unit's own. Said nothing: false where the specialised unit, which the procedure
 * makes the appraiser, is itself the operating unit and no other appraiser is named; otherwise unknown, because
 * different names don't prove different bodies.
 */
export function appraisalIndependent(
  system: InformationSystem,
  procedure: Procedure,
  level: Level | undefined,
): Derived {
  const appraisal = system.dossier?.appraisal;
  const { operatingUnit, specialisedUnit } = system;
  const sameUnit = message('system.reason.appraiser_operates');
  if (appraisal?.byOperatingUnit === true) return derived(false);
  if (isSameBody(appraisal?.by, operatingUnit)) return because(false, sameUnit);
  if (appraisal?.byOperatingUnit === false) return derived(true);
  const appraiser = procedure.levels.find((each) => each.level === level)?.appraiser;
  const substitute = appraisal !== undefined && !isSameBody(appraisal.by, specialisedUnit);
  if (
    appraiser === 'specialised_unit' &&
    isSameBody(specialisedUnit, operatingUnit) &&
    !substitute
  ) {
    return because(false, sameUnit);
  }
  return because(undefined, message('system.reason.independence_not_said'));
}

function isSameBody(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && fold(a) === fold(b);
}
