import { inventoryFacts, systemLaw } from '../audit/read-province.js';
import type { IsoDate } from '../domain/dates.js';
import { rulesInForce } from '../packs/read-packs.js';
import type { Classification, RulePack } from '../packs/types.js';
import { judgeSystem, type SystemResult } from '../systems/judge-system.js';
import { noneInForce } from './classification-in-force.js';
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
  const law = systemLaw({ packs, rules: binding });
  const reading = await readSystems(place, {
    schemas,
    declarations: inventoryFacts(packs, binding) ?? new Map(),
    asOf,
    agency: around.agency,
    onProgress,
  });
  const { systems, ...rest } = reading;
  const used = [binding.classification, binding.approval].flatMap((pack) => pack ?? []);
  return {
    ...rest,
    results: systems.map((system) => judgeSystem({ system, packs: law, asOf })),
    packs: [...new Set(used)],
    classification,
  };
}
