import { declarationsById } from '../conditions/declarations.js';
import { formatDate, type IsoDate } from '../domain/dates.js';
import { AppError, exitCode } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { rulesInForce } from '../packs/read-packs.js';
import type { Classification, RulePack } from '../packs/types.js';
import { judgeSystem, type SystemResult } from '../systems/judge-system.js';
import { findPacks, usablePacks } from './find-packs.js';
import { findSystems, readSystems, type SystemsReading } from './read-systems.js';
import { openRulebook, placeOfInventory } from './rulebook.js';

/** Every system with its level, the packs that say so, and what is wrong with the files. */
export interface ClassifiedSystems extends Omit<SystemsReading, 'systems'> {
  readonly results: readonly SystemResult[];
  /** The packs in force that were used: for the level, then for the approval. */
  readonly packs: readonly RulePack[];
  readonly classification: Classification;
}

/**
 * Classifies the systems of a workspace, of an agency's folder or of one inventory. The pack is the one in force on the
 * date: of `pack`, else of the workspace's packs, else of the bundled ones. Throws `AppError`: exit 4 when none is in
 * force, exit 2 when the path or the workspace can't be used.
 */
export async function classifySystems(options: {
  readonly path: string;
  readonly asOf: IsoDate;
  readonly pack: string | undefined;
  readonly onProgress: (done: number, total: number) => void;
}): Promise<ClassifiedSystems> {
  const { path, asOf, onProgress } = options;
  const rules = await openRulebook(asOf, onProgress);
  const { schemas } = rules;
  const place = await findSystems(path, schemas, rules.packs);
  const around =
    'workspace' in place
      ? { agency: undefined, packs: place.workspace.packs }
      : await placeOfInventory(`${place.path}/${place.inventory}`, rules);
  const wanted = options.pack === undefined ? around.packs : [options.pack];
  const packs = usablePacks(await findPacks(wanted));
  const binding = rulesInForce(packs, asOf);
  const classification = binding.classification?.classification;
  if (!classification) throw noneInForce(packs, asOf);
  const approval = binding.approval?.approval;
  const reading = await readSystems(place, {
    schemas,
    declarations: declarationsById(classification.facts),
    asOf,
    agency: around.agency,
    onProgress,
  });
  const { systems, ...rest } = reading;
  const used = [binding.classification, binding.approval].flatMap((pack) => pack ?? []);
  return {
    ...rest,
    results: systems.map((system) =>
      judgeSystem({ system, packs: { classification, approval }, asOf }),
    ),
    packs: [...new Set(used)],
    classification,
  };
}

/** Says when the packs that can classify are in force, so that the person can choose a date or a pack. */
function noneInForce(packs: readonly RulePack[], asOf: IsoDate): AppError {
  const able = packs.filter((pack) => pack.classification);
  const hints = able.map(({ id, effective: { from, to } }) =>
    to === null
      ? message('classify.in_force_from', { id, from: formatDate(from) })
      : message('classify.in_force_between', { id, from: formatDate(from), to: formatDate(to) }),
  );
  return new AppError({
    message: message('classify.no_pack', { date: formatDate(asOf) }),
    hints: hints.length > 0 ? hints : [message('classify.no_table')],
    exit: exitCode.inconclusive,
  });
}
